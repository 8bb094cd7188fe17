package dev.caravan.simulator.bittitan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One cmdlet: whose ticket it takes, what it is told, and what it does.
///
/// @param scopes the tickets that it works with
record Cmdlet(String name, Set<Ticket.Scope> scopes, List<Parameter> parameters, Action action) {

    /// What it does, and answers.
    @FunctionalInterface
    interface Action {
        List<JsonNode> run(Draft draft, Ticket ticket, Arguments arguments);
    }

    boolean reads() {
        return name.startsWith("Get-");
    }

    /// A ticket of another scope sees nothing, and nothing can be written with it.
    List<JsonNode> run(Draft draft, String ticket, JsonNode parameters) {
        Arguments arguments = arguments(parameters);
        Ticket scoped = Ticket.of(ticket, draft);
        if (scopes.contains(scoped.scope())) {
            return action.run(draft, scoped, arguments);
        }
        if (reads()) {
            return List.of();
        }
        throw Refusal.invalid("The ticket " + ticket + " does not allow " + name + ".");
    }

    private Arguments arguments(JsonNode given) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> argument : given.properties()) {
            Parameter parameter = parameter(argument.getKey())
                    .orElseThrow(() -> Refusal.invalid("A parameter cannot be found that matches parameter name '"
                            + argument.getKey() + "' of " + name + "."));
            if (argument.getValue().isNull()) {
                continue;
            }
            if (!parameter.shape().rule().test(argument.getValue())) {
                throw Refusal.invalid("Cannot bind parameter '" + parameter.name() + "': it must be "
                        + parameter.shape().expected() + ".");
            }
            if (values.put(parameter.name(), argument.getValue()) != null) {
                throw Refusal.invalid("The parameter '" + parameter.name() + "' is given twice.");
            }
        }
        List<String> missing = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.required() && !values.containsKey(parameter.name())) {
                missing.add(parameter.name());
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(name + " lacks the mandatory parameters " + String.join(", ", missing) + ".");
        }
        return new Arguments(values);
    }

    /// By its name, or where it filters by the name that older filters have.
    private Optional<Parameter> parameter(String written) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(written)
                        || (reads()
                                && written.equals(
                                        "FilterBy_" + parameter.shape().oldFilter() + parameter.name())))
                .findFirst();
    }
}
