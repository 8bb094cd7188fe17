package dev.caravan.simulator.bittitan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The parameters of a call, found to be known and of the right shape.
record Arguments(Map<String, JsonNode> values) {

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<JsonNode> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Of a required parameter, or of one with a default.
    String text(String name, String otherwise) {
        return value(name).map(JsonNode::asString).orElse(otherwise);
    }

    String text(String name) {
        return text(name, "");
    }

    /// One, or all of a list.
    List<JsonNode> all(String name) {
        return value(name)
                .map(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .orElseGet(Stream::empty)
                .toList();
    }

    boolean flag(String name) {
        return value(name).filter(Arguments::isTrue).isPresent();
    }

    static boolean isTrue(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() : value.asString("").equalsIgnoreCase("true");
    }

    int number(String name, int otherwise) {
        return value(name).map(JsonNode::asInt).orElse(otherwise);
    }

    Optional<Instant> instant(String name) {
        return value(name).map(JsonNode::asString).map(Instant::parse);
    }

    /// Puts what is given of these into a row, and leaves the others out.
    void copy(ObjectNode row, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            value(parameter.name()).ifPresent(value -> row.set(parameter.name(), kept(row, parameter, value)));
        }
    }

    /// Rows have one way to write an id, and one to write what is true.
    private static JsonNode kept(ObjectNode row, Parameter parameter, JsonNode value) {
        if (parameter.shape() == Shape.FLAG) {
            return row.booleanNode(isTrue(value));
        }
        return parameter.shape() == Shape.ID ? row.stringNode(value.asString().toLowerCase(Locale.ROOT)) : value;
    }
}
