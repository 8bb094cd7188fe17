package dev.caravan.orchestrator.runbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the language has to know of a command.
///
/// @param on the role of the connection that it acts on unless the runbook says otherwise
/// @param onlyLooks it answers a question and may be asked again and again
/// @param plans it changes something, and tells its plan before
/// @param objects the kinds that it can act on; none when it takes no objects
/// @param takesChanges it is given changes from the ledger
/// @param facts what it tells when it is done, by name
public record CommandSpec(
        CommandName name,
        RoleName on,
        boolean onlyLooks,
        boolean plans,
        List<ObjectKind> objects,
        boolean takesChanges,
        List<ArgumentSpec> arguments,
        Map<String, FactType> facts) {

    /// How conditions see a fact.
    public enum FactType {
        NUMBER,
        TEXT,
        TRUE_OR_FALSE
    }

    public CommandSpec {
        objects = List.copyOf(objects);
        arguments = List.copyOf(arguments);
        facts = Map.copyOf(facts);
    }

    public Optional<ArgumentSpec> argument(String argument) {
        return arguments.stream().filter(spec -> spec.name().equals(argument)).findFirst();
    }
}
