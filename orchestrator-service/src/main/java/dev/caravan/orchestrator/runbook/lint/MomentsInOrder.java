package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Ahead;
import dev.caravan.orchestrator.runbook.Moment;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// A step can be over by its deadline: neither it nor anything that it needs starts only then. Days count 24 hours
/// here. And a step that starts ahead of a moment does not start after it anyway.
record MomentsInOrder() implements Rule.OfStep {

    @Override
    public Stream<Problem> problems(Draft draft, Marked<Step> step) {
        return Stream.concat(
                step.value().by().stream().flatMap(by -> problems(draft, step, by)),
                step.value().ahead().stream().flatMap(ahead -> problems(draft, step, ahead)));
    }

    private static Stream<Problem> problems(Draft draft, Marked<Step> step, Ahead ahead) {
        return step
                .value()
                .at()
                .filter(at -> nominal(at).compareTo(nominal(ahead.of())) > 0)
                .map(at -> draft.error(
                        step.place().of("ahead", "of"),
                        "step `%s` starts at %s, which is not ahead of %s"
                                .formatted(step.value().id(), at, ahead.of())))
                .stream();
    }

    private static Stream<Problem> problems(Draft draft, Marked<Step> step, Moment by) {
        return draft.steps().stream()
                .filter(other -> other == step
                        || draft.precedes(other.value().id(), step.value().id()))
                .flatMap(other -> earliest(other).stream()
                        .filter(earliest ->
                                !nominal(earliest).minus(nominal(by)).isNegative())
                        .map(earliest -> draft.error(step.place().of("by"), message(step, by, other, earliest))));
    }

    private static String message(Marked<Step> step, Moment by, Marked<Step> other, Moment earliest) {
        StepId id = step.value().id();
        return other == step
                ? "step `%s` must be over by %s but may not start before %s".formatted(id, by, earliest)
                : "step `%s` must be over by %s but needs `%s`, which is not over before %s"
                        .formatted(id, by, other.value().id(), earliest);
    }

    private static Optional<Moment> earliest(Marked<Step> step) {
        return step.value().work() instanceof Work.Wait(WaitFor.Until(var moment))
                ? Optional.of(moment)
                : step.value().at();
    }

    private static Duration nominal(Moment moment) {
        return Duration.ofDays(moment.calendarDays()).plus(moment.elapsed());
    }
}
