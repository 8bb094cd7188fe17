package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.CustomAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The custom attributes in a request about a user.
final class ExtensionAttributes {

    private static final String USER = "User";

    private ExtensionAttributes() {}

    /// What the request sets them to, by their names in Exchange; nothing where it takes one away.
    static Map<String, Optional<String>> of(JsonNode body) {
        JsonNode written = body.path(CustomAttributes.IN_DIRECTORY);
        Map<String, Optional<String>> attributes = new LinkedHashMap<>();
        if (written.isMissingNode()) {
            return attributes;
        }
        if (!written.isObject()) {
            throw Entities.invalid(CustomAttributes.IN_DIRECTORY, USER);
        }
        written.properties().forEach(one -> {
            int number = CustomAttributes.NAMES_IN_DIRECTORY.indexOf(one.getKey());
            if (number < 0) {
                throw GraphError.badRequest("The property '" + one.getKey()
                        + "' does not exist on type 'microsoft.graph.onPremisesExtensionAttributes'.");
            }
            attributes.put(CustomAttributes.NAMES.get(number), value(one.getKey(), one.getValue()));
        });
        return attributes;
    }

    private static Optional<String> value(String name, JsonNode written) {
        if (written.isNull()) {
            return Optional.empty();
        }
        String text = written.asString("");
        if (!written.isString() || text.isEmpty() || text.length() > CustomAttributes.LENGTH_MAX) {
            throw Entities.invalid(name, USER);
        }
        return Optional.of(text);
    }
}
