package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Change;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What a cmdlet gives back.
///
/// @param warnings what it says without failing
record Result(List<ObjectNode> rows, List<String> warnings) {

    static Result of(List<ObjectNode> rows) {
        return new Result(rows, List.of());
    }

    /// What it says of that call, which may have changed nothing.
    List<String> warnings(Change change, Cmdlet cmdlet) {
        if (!cmdlet.sets() || !change.effects().isEmpty()) {
            return warnings;
        }
        String unchanged = "The command completed successfully but no settings of '"
                + cmdlet.text("Identity").orElse("") + "' have been modified.";
        return Stream.concat(warnings.stream(), Stream.of(unchanged)).toList();
    }

    static Result nothing() {
        return of(List.of());
    }

    static Result warning(String text) {
        return new Result(List.of(), List.of(text));
    }
}
