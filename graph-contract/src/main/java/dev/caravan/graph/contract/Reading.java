package dev.caravan.graph.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes a description say what it means.
///
/// Microsoft's generator writes "this or null" as *this or any object, which may be null*: that would let every unknown
/// property of such an object through. And where it writes `directoryObject` for one answer it means what it writes out
/// for lists: one of the types that are directory objects. Parameters of actions it leaves open and begins with a
/// capital; Microsoft's pages begin them with a small letter, and there are no others.
final class Reading {

    private static final String JSON = "application/json";
    private static final String REF = "$ref";
    private static final String ANY_OF = "anyOf";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String OBJECT = SCHEMAS + "microsoft.graph.directoryObject";
    private static final String OR_NULL = ".orNull";

    private final ObjectNode description;
    private final JsonNode objects;

    private Reading(ObjectNode description) {
        this.description = description;
        this.objects = description.at(
                "/components/schemas/microsoft.graph.directoryObjectCollectionResponse" + "/properties/value/items");
    }

    /// Changes the description in place.
    static ObjectNode of(ObjectNode description) {
        Reading reading = new Reading(description);
        reading.readNulls(description);
        dropRemarks(description.path("components").path("schemas"));
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                operation.path("responses").forEach(reading::readObject);
                readParameters(operation.path("requestBody"));
            }
        }
        description.path("components").path("requestBodies").forEach(Reading::readParameters);
        return description;
    }

    /// Remarks of generators, which a validator would complain about.
    private static void dropRemarks(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(object.propertyNames().stream()
                    .filter(name -> name.startsWith("x-"))
                    .toList());
        }
        node.forEach(Reading::dropRemarks);
    }

    private void readNulls(JsonNode node) {
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        children.forEach(this::readNulls);
        if (node instanceof ObjectNode object && isOrNull(object.path(ANY_OF))) {
            String name = object.path(ANY_OF).path(0).path(REF).asString();
            object.remove(ANY_OF);
            object.put(REF, orNull(name));
        }
    }

    private static boolean isOrNull(JsonNode anyOf) {
        return anyOf.size() == 2
                && anyOf.path(0).has(REF)
                && anyOf.path(1).path("nullable").asBoolean(false)
                && anyOf.path(1).size() == 2;
    }

    private String orNull(String name) {
        ObjectNode schemas = (ObjectNode) description.path("components").path("schemas");
        String key = name.substring(SCHEMAS.length());
        if (!schemas.has(key + OR_NULL)) {
            schemas.putObject(key + OR_NULL);
            ObjectNode copy = (ObjectNode) schemas.path(key).deepCopy();
            copy.put("nullable", true);
            if (copy.path("enum") instanceof ArrayNode words) {
                words.addNull();
            }
            schemas.set(key + OR_NULL, copy);
            readNulls(copy);
        }
        return name + OR_NULL;
    }

    private static void readParameters(JsonNode requestBody) {
        if (requestBody.path("content").path(JSON).path("schema") instanceof ObjectNode schema
                && schema.path("additionalProperties").asBoolean(false)
                && schema.path("properties") instanceof ObjectNode parameters) {
            List.copyOf(parameters.propertyNames())
                    .forEach(name -> parameters.set(
                            name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), parameters.path(name)));
            schema.put("additionalProperties", false);
        }
    }

    private void readObject(JsonNode response) {
        JsonNode content = response.path("content").path(JSON);
        if (content.path("schema").path(REF).asString("").equals(OBJECT)) {
            ((ObjectNode) content).set("schema", objects);
        }
    }
}
