package dev.caravan.orchestrator.messaging;

import dev.caravan.kit.plan.Change;
import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.run.RunInput;
import java.util.List;
import java.util.Optional;

/// A request from `caravan.run.inputs`, and the run that it is about.
///
/// @param runbook the text of the runbook that a new run is to follow
/// @param changes what the person who answers a task has changed by hand
public record Asked(RunId runId, RunInput.Request request, Optional<String> runbook, List<Change> changes) {

    public Asked {
        changes = List.copyOf(changes);
    }

    static Asked of(RunId runId, RunInput.Request request) {
        return new Asked(runId, request, Optional.empty(), List.of());
    }
}
