package dev.caravan.graph.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Calls that Microsoft documents and the slice lacks, each with the page that describes it and a reason.
final class Supplement {

    private Supplement() {}

    static JsonNode read() {
        try (InputStream file = Supplement.class.getResourceAsStream("supplement.yaml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A slice with these calls in it. What the slice describes itself is never overruled.
    static ObjectNode added(JsonNode supplement, JsonNode slice) {
        ObjectNode whole = (ObjectNode) slice.deepCopy();
        supplement
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    ObjectNode known = whole.withObject("paths").withObjectProperty(path.getKey());
                    if (known.has(operation.getKey())) {
                        throw new IllegalStateException(
                                "The slice has " + operation.getKey() + " " + path.getKey() + " itself.");
                    }
                    known.set(operation.getKey(), operation.getValue());
                }));
        return whole;
    }
}
