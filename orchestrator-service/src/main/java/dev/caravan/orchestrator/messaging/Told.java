package dev.caravan.orchestrator.messaging;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.orchestrator.run.CommandId;
import dev.caravan.orchestrator.run.RunInput;
import java.util.List;
import java.util.Optional;

/// What a worker told on its events topic.
///
/// @param commandId the command that it speaks of
/// @param answer what the run folds; empty for what is only worth knowing
/// @param changes what a plan is about to change: for the ledger, or for the people who read a preview
/// @param conflicts what an undo left alone
public record Told(
        CommandId commandId, Optional<RunInput.Answer> answer, List<Change> changes, List<Conflict> conflicts) {

    public Told {
        changes = List.copyOf(changes);
        conflicts = List.copyOf(conflicts);
    }
}
