package dev.caravan.graph.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What the description says of one method of one path.
///
/// @param description all of it, for what is referred to
record Operation(JsonNode description, String path, String method) {

    private static final String REF = "$ref";
    private static final String JSON = "/content/application~1json/schema";

    private record Found(String pointer, JsonNode node) {}

    List<JsonNode> parameters(String in) {
        return node().path("parameters")
                .valueStream()
                .map(parameter -> resolved(new Found("", parameter)).node())
                .filter(parameter -> parameter.path("in").asString("").equals(in))
                .toList();
    }

    /// Answers come in pages, and whoever goes on sends the token that the link to the next one has.
    boolean isPaged() {
        return node().has("x-ms-pageable");
    }

    boolean takesBody() {
        return node().has("requestBody");
    }

    boolean needsBody() {
        return requestBody().node().path("required").asBoolean(false);
    }

    /// Where the schema of the request's body is.
    Optional<String> requestSchema() {
        return schema(requestBody());
    }

    boolean answersWith(int status) {
        return node().path("responses").has(key(status));
    }

    /// Where the schema of an answer's body is; empty where it has none.
    Optional<String> answerSchema(int status) {
        String pointer = pointer() + "/responses/" + key(status);
        return schema(resolved(new Found(pointer, description.at(pointer))));
    }

    /// What the description calls the type of a schema; empty where it has no name.
    String typeAt(String schema) {
        return description.at(schema).path(REF).asString("");
    }

    /// Names of all properties of what is answered, of each of the types that it may have.
    Set<String> answeredProperties() {
        Set<String> names = new TreeSet<>();
        answerSchema(200).ifPresent(pointer -> {
            JsonNode schema =
                    resolved(new Found(pointer, description.at(pointer))).node();
            collect(schema.path("properties").has("value") ? schema.at("/properties/value/items") : schema, names);
        });
        return names;
    }

    private void collect(JsonNode schema, Set<String> names) {
        JsonNode resolved = resolved(new Found("", schema)).node();
        resolved.path("anyOf").forEach(one -> collect(one, names));
        names.addAll(resolved.path("properties").propertyNames());
    }

    private static String key(int status) {
        return status >= 400 ? "default" : Integer.toString(status);
    }

    private Found requestBody() {
        String pointer = pointer() + "/requestBody";
        return resolved(new Found(pointer, description.at(pointer)));
    }

    private Optional<String> schema(Found body) {
        return Optional.of(body.pointer() + JSON)
                .filter(pointer -> !description.at(pointer).isMissingNode());
    }

    private Found resolved(Found found) {
        String to = found.node().path(REF).asString("");
        return to.isEmpty() ? found : resolved(new Found(to.substring(1), description.at(to.substring(1))));
    }

    private JsonNode node() {
        return description.at(pointer());
    }

    private String pointer() {
        return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
    }
}
