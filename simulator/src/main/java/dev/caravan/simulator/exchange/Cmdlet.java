package dev.caravan.simulator.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A call of a cmdlet; names of parameters are the same in any letter case.
record Cmdlet(String name, Map<String, JsonNode> parameters) {

    /// Reads `{"CmdletInput": {"CmdletName": …, "Parameters": {…}}}`; empty if it is none.
    static Optional<Cmdlet> of(JsonNode body) {
        JsonNode input = body.path("CmdletInput");
        String name = input.path("CmdletName").asString("");
        Map<String, JsonNode> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        input.path("Parameters").properties().forEach(one -> parameters.put(one.getKey(), one.getValue()));
        return name.isEmpty() ? Optional.empty() : Optional.of(new Cmdlet(name, parameters));
    }

    /// A text that is not empty: an empty identity means all objects, as Microsoft warns.
    Optional<String> text(String parameter) {
        JsonNode value = parameters.get(parameter);
        return value == null || value.isNull() || value.asString("").isBlank()
                ? Optional.empty()
                : Optional.of(value.asString());
    }

    String required(String parameter) {
        return text(parameter).orElseThrow(() -> CmdletError.missingParameter(parameter));
    }

    /// Whether it is one that changes something.
    boolean changes() {
        return name.startsWith("Set-");
    }

    /// A switch that is set.
    boolean isSet(String parameter) {
        JsonNode value = parameters.get(parameter);
        return value != null && value.asBoolean(false);
    }
}
