package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.util.Optional;

/// What a gate asks people, as the run stands.
final class Questions {

    private final Calendar calendar;

    Questions(Calendar calendar) {
        this.calendar = calendar;
    }

    /// The question of a gate; empty for other steps. One that confirms T0 says when T0 is too near.
    String of(Step step, Run run) {
        return step.work() instanceof Work.Gate gate
                ? Asked.filled(gate.question(), run)
                        + tooNear(step, run)
                                .map(near ->
                                        "\n\n" + near.sentence(run.charter().zone()))
                                .orElse("")
                : "";
    }

    /// Whether T0 was too near when the gate that confirms it was opened.
    Optional<TooNear> tooNear(Step step, Run run) {
        return step.work() instanceof Work.Gate gate
                        && gate.confirmsT0()
                        && run.step(step.id()) instanceof StepState.GateOpen open
                ? calendar.tooNear(run, open.started())
                : Optional.empty();
    }
}
