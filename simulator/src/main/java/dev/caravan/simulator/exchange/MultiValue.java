package dev.caravan.simulator.exchange;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The value of a parameter that takes several: a list replaces, `null` empties, a hash table adds and removes.
record MultiValue(String parameter, String type, JsonNode written) {

    private static final String HASH_TABLE = "#Exchange.GenericHashTable";

    boolean isTable() {
        if (!written.isObject()) {
            return false;
        }
        if (!written.path("@odata.type").asString("").equals(HASH_TABLE)) {
            throw notBound();
        }
        return true;
    }

    /// The whole new list.
    List<String> all() {
        return texts(written);
    }

    List<String> added() {
        return values("Add");
    }

    List<String> removed() {
        return values("Remove");
    }

    private List<String> values(String key) {
        return written.properties().stream()
                .filter(property -> property.getKey().equalsIgnoreCase(key))
                .flatMap(property -> texts(property.getValue()).stream())
                .toList();
    }

    private List<String> texts(JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        Stream<JsonNode> values = value.isArray() ? value.valueStream() : Stream.of(value);
        return values.map(one -> {
                    if (!one.isString() || one.asString().isBlank()) {
                        throw notBound();
                    }
                    return one.asString();
                })
                .toList();
    }

    private CmdletError notBound() {
        return CmdletError.notBound(parameter, written, type);
    }
}
