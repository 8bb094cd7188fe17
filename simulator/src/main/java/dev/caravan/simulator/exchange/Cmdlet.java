package dev.caravan.simulator.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// A call of a cmdlet; names of parameters are the same in any letter case.
record Cmdlet(String name, Map<String, JsonNode> parameters) {

    static final String RESULT_SIZE = "ResultSize";
    static final String CONFIRM = "Confirm";

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

    /// Whether the caller says anything of it, `null` too.
    boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    /// A value that is true or false and nothing else.
    Optional<BooleanNode> flag(String parameter) {
        JsonNode value = parameters.get(parameter);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof BooleanNode flag) {
            return Optional.of(flag);
        }
        throw CmdletError.notBound(parameter, value, "System.Boolean");
    }

    /// One text or several, at least one.
    List<String> requiredAll(String parameter) {
        JsonNode value = parameters.get(parameter);
        if (value == null || value.isNull() || value.isEmpty() && !value.isString()) {
            throw CmdletError.missingParameter(parameter);
        }
        return new MultiValue(parameter, "System.String[]", value).all();
    }

    String required(String parameter) {
        return text(parameter).orElseThrow(() -> CmdletError.missingParameter(parameter));
    }

    /// How many rows are wanted; empty where that is not said, or all.
    Optional<Integer> resultSize() {
        return text(RESULT_SIZE)
                .filter(written -> !written.equalsIgnoreCase("Unlimited"))
                .map(written -> {
                    try {
                        return Math.max(1, Integer.parseUnsignedInt(written));
                    } catch (NumberFormatException e) {
                        throw CmdletError.badValue("Cannot bind parameter 'ResultSize' to \"" + written + "\".");
                    }
                });
    }

    /// The same, which shall not ask back.
    Cmdlet confirmed() {
        Map<String, JsonNode> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(parameters);
        all.put(CONFIRM, BooleanNode.FALSE);
        return new Cmdlet(name, all);
    }

    /// Whether it is one that sets properties, and says so if all of them were so already.
    boolean sets() {
        return name.startsWith("Set-");
    }

    /// Whether it is one that changes something.
    boolean changes() {
        return !name.startsWith("Get-");
    }

    /// A switch that is set.
    boolean isSet(String parameter) {
        JsonNode value = parameters.get(parameter);
        return value != null && value.asBoolean(false);
    }
}
