package dev.caravan.launcher.demo;

import dev.caravan.launcher.simulation.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine;

/// Something that the simulator shall get wrong in one world, written `WORLD:KIND[:NAME=VALUE…]`.
///
/// @param details numbers, as `count=3` or `lagSeconds=7200`
record FaultWish(String world, String kind, Map<String, Long> details) {

    private static final Pattern WRITTEN = Pattern.compile("([^:]+):([a-z][a-z0-9-]*)((?::[A-Za-z]+=\\d+)*)");

    static FaultWish parse(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            throw new CommandLine.TypeConversionException("'" + text + "' is not WORLD:KIND or WORLD:KIND:NAME=NUMBER");
        }
        var details = new TreeMap<String, Long>();
        for (var detail : match.group(3).split(":", -1)) {
            if (!detail.isEmpty()) {
                var parts = List.of(detail.split("=", -1));
                details.put(parts.get(0), Long.valueOf(parts.get(1)));
            }
        }
        return new FaultWish(match.group(1), match.group(2), details);
    }

    /// As the simulator takes it.
    Map<String, Object> in(World meant) {
        var fault = new TreeMap<String, Object>(details);
        fault.put("kind", kind);
        fault.put("account", meant.dnsAccount());
        return fault;
    }
}
