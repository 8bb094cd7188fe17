package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.util.stream.Stream;

/// A task says exactly what is to be done, so that a rehearsal can do it too. What is taken back by hand may say it in
/// the task itself: the changes that the step's acts have made.
record ActsSaid() implements Rule.OfStep {

    @Override
    public Stream<Problem> problems(Draft draft, Marked<Step> step) {
        return step.value().work() instanceof Work.Task task
                ? Stream.of(forward(step), back(step, task))
                        .flatMap(marks -> marks)
                        .map(mark -> draft.warning(
                                mark,
                                "task `%s` says no `acts`: a rehearsal cannot do it and stops here"
                                        .formatted(step.value().id())))
                : Stream.empty();
    }

    private static Stream<Mark> forward(Marked<Step> step) {
        return step.place().has("acts")
                ? Stream.empty()
                : Stream.of(step.place().of("task"));
    }

    private static Stream<Mark> back(Marked<Step> step, Work.Task task) {
        var says = !(step.value().backOut() instanceof BackOut.ByHand)
                || task.acts().changes().findAny().isPresent()
                || !step.place().of("backOut", "acts").equals(step.place().of("backOut"));
        return says ? Stream.empty() : Stream.of(step.place().of("backOut"));
    }
}
