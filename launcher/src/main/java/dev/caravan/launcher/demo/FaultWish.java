package dev.caravan.launcher.demo;

import dev.caravan.launcher.simulation.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine;

/// Something that the simulator shall get wrong in one world, written `WORLD:KIND[:NAME=VALUE…]`.
///
/// @param details numbers and words, as `count=3`, `retryAfterSeconds=2.5` or `api=graph`
record FaultWish(String world, String kind, Map<String, Object> details) {

    private static final Pattern WRITTEN = Pattern.compile("([^:]+):([a-z][a-z0-9-]*)((?::[A-Za-z]+=[A-Za-z0-9.-]+)*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(\\.\\d{1,9})?");

    static FaultWish parse(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            throw new CommandLine.TypeConversionException("'" + text + "' is not WORLD:KIND or WORLD:KIND:NAME=VALUE");
        }
        var details = new TreeMap<String, Object>();
        for (var detail : match.group(3).split(":", -1)) {
            if (!detail.isEmpty()) {
                var parts = List.of(detail.split("=", -1));
                details.put(parts.get(0), value(parts.get(1)));
            }
        }
        return new FaultWish(match.group(1), match.group(2), details);
    }

    private static Object value(String written) {
        return NUMBER.matcher(written).matches() ? new BigDecimal(written) : written;
    }

    /// As the simulator takes it.
    Map<String, Object> in(World meant) {
        var fault = new TreeMap<String, Object>(details);
        fault.put("kind", kind);
        fault.put("account", meant.dnsAccount());
        fault.put("world", meant.name());
        return fault;
    }
}
