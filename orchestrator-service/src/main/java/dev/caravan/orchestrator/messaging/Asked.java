package dev.caravan.orchestrator.messaging;

import dev.caravan.orchestrator.run.RunId;
import dev.caravan.orchestrator.run.RunInput;
import java.util.Optional;

/// A request from `caravan.run.inputs`, and the run that it is about.
///
/// @param runbook the text of the runbook that a new run is to follow
public record Asked(RunId runId, RunInput.Request request, Optional<String> runbook) {

    static Asked of(RunId runId, RunInput.Request request) {
        return new Asked(runId, request, Optional.empty());
    }
}
