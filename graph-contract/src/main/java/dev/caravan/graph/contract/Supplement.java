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

    /// A slice with these calls and links in it. What the slice describes itself is never overruled.
    static ObjectNode added(JsonNode supplement, JsonNode slice) {
        ObjectNode whole = (ObjectNode) slice.deepCopy();
        ObjectNode paths = (ObjectNode) whole.path("paths");
        supplement
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> add(paths.withObjectProperty(path.getKey()), call.getKey(), call.getValue())));
        supplement
                .path("links")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call ->
                                link(call.getValue(), paths.path(path.getKey()).path(call.getKey()), whole)));
        return whole;
    }

    /// New objects may be written with links, which no answer has: their type gets a variant of its own.
    private static void link(JsonNode links, JsonNode call, ObjectNode description) {
        ObjectNode schemas = (ObjectNode) description.path("components").path("schemas");
        String type = links.path("of").asString();
        ObjectNode variant = (ObjectNode) schemas.path(type).deepCopy();
        ObjectNode properties = (ObjectNode) variant.path("properties");
        links.path("properties").properties().forEach(link -> add(properties, link.getKey(), link.getValue()));
        add(schemas, type + ".linked", variant);
        ObjectNode content =
                (ObjectNode) call.path("requestBody").path("content").path("application/json");
        content.putObject("schema").put("$ref", "#/components/schemas/" + type + ".linked");
    }

    private static void add(ObjectNode object, String name, JsonNode value) {
        if (object.has(name)) {
            throw new IllegalStateException("The slice has " + name + " itself.");
        }
        object.set(name, value);
    }
}
