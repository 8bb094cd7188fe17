package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Instant;
import java.util.Optional;

/// Where the moments of a runbook lie in a run; they move with T0.
final class Moments {

    private Moments() {}

    static Instant of(Moment moment, Run run) {
        return moment.at(run.cutover().t0(), run.charter().zone());
    }

    static Optional<Instant> earliest(Step step, Run run) {
        return step.at().map(moment -> of(moment, run));
    }

    static Optional<Instant> latest(Step step, Run run) {
        return step.by().map(moment -> of(moment, run));
    }

    /// A step that waits for a moment, after T0 has moved. Who has approved the old T0 has not approved the new one.
    static StepState moved(Step step, StepState state, Run run) {
        return switch (state) {
            case StepState.Scheduled scheduled ->
                earliest(step, run)
                        .<StepState>map(due -> due.equals(scheduled.due()) ? scheduled : scheduled.move(due))
                        .orElse(scheduled);
            case StepState.Waiting waiting
            when step.work() instanceof Work.Wait(WaitFor.Until(var moment)) -> waiting.move(of(moment, run));
            case StepState.GateOpen open
            when step.work() instanceof Work.Gate gate && gate.confirmsT0() -> open.askAnew();
            case StepState other -> other;
        };
    }
}
