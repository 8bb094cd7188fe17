package dev.caravan.m365.exchange;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Finds recipients by a property that each has a value of its own of, many with one cmdlet: a cmdlet for each of them
/// would be many times that.
///
/// @param property such as `Guid`; one of those that a filter knows
/// @param reading a cmdlet that takes a filter, and selects the property and `Guid`
public record Lookup(String property, Cmdlet reading) {

    /// How many values one filter asks for.
    static final int VALUES_MAX = 20;

    /// The object of each value; a value that nobody has is missing.
    ///
    /// @return [Outcome.Failed] for good, with code `ambiguous`, when several have one
    public Outcome<Map<String, ObjectNode>> of(Collection<String> values, ExchangeOnline exchange, Call call) {
        var wanted = List.copyOf(values);
        var cmdlets = IntStream.iterate(0, from -> from < wanted.size(), from -> from + VALUES_MAX)
                .mapToObj(from -> wanted.subList(from, Math.min(wanted.size(), from + VALUES_MAX)))
                .map(some -> reading.with("Filter", filter(some)))
                .toList();
        return exchange.each(cmdlets, call)
                .then(outcomes -> InTurn.flat(outcomes, outcome -> outcome.map(CmdletOutput::objects)))
                .then(objects -> byValue(wanted, objects));
    }

    private String filter(List<String> values) {
        return values.stream()
                .map(value -> "(%s -eq '%s')".formatted(property, value.replace("'", "''")))
                .collect(Collectors.joining(" -or "));
    }

    private Outcome<Map<String, ObjectNode>> byValue(List<String> wanted, List<ObjectNode> objects) {
        var found = objects.stream().collect(Collectors.groupingBy(object -> key(text(object))));
        var byValue = new LinkedHashMap<String, ObjectNode>();
        for (var value : wanted) {
            var having = found.getOrDefault(key(value), List.of());
            if (having.size() > 1) {
                return Outcome.failedForGood("ambiguous", ambiguous(value, having));
            }
            having.forEach(object -> byValue.put(value, object));
        }
        return Outcome.done(byValue);
    }

    private String ambiguous(String value, List<ObjectNode> having) {
        return "%s of %d objects is \"%s\": %s"
                .formatted(
                        property,
                        having.size(),
                        value,
                        having.stream()
                                .map(object -> object.path("Guid").asString(""))
                                .collect(Collectors.joining(", ")));
    }

    private String text(ObjectNode object) {
        return object.path(property).asString("");
    }

    private static String key(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
