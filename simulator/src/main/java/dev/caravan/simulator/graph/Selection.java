package dev.caravan.simulator.graph;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What of an object is answered.
///
/// @param properties what is answered; empty: everything
/// @param suffix as `@odata.context` repeats what was asked for
record Selection(List<String> properties, String suffix) {

    /// Where one request answers objects of several types, each shows what it has of what is asked for.
    static Selection ofAnyType(GraphRequest request) {
        return new Selection(asked(request), "");
    }

    static Selection of(EntityType type, GraphRequest request) {
        List<String> asked = asked(request);
        for (String property : asked) {
            if (!type.has(property)) {
                throw GraphError.badRequest("Parsing OData Select and Expand failed: Could not find a property named '"
                        + property + "' on type '" + type.qualified() + "'.");
            }
        }
        return asked.isEmpty()
                ? new Selection(type.byDefault(), "")
                : new Selection(asked, "(" + String.join(",", asked) + ")");
    }

    private static List<String> asked(GraphRequest request) {
        return request.option("$select")
                .map(written ->
                        Arrays.stream(written.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    ObjectNode of(ObjectNode object) {
        ObjectNode selected = JsonMapper.shared().createObjectNode();
        object.properties().forEach(property -> {
            if (properties.isEmpty()
                    || properties.contains(property.getKey())
                    || property.getKey().startsWith("@odata.")) {
                selected.set(property.getKey(), property.getValue());
            }
        });
        return selected;
    }
}
