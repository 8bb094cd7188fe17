package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.Step;
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

    /// When a step that is under way is going to be over, if that is not before its `by`.
    static Optional<Instant> late(Step step, Run run) {
        return run.step(step.id()) instanceof StepState.Working working
                ? working.expected()
                        .filter(expected -> latest(step, run)
                                .filter(by -> !expected.isBefore(by))
                                .isPresent())
                : Optional.empty();
    }
}
