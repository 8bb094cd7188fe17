package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.util.Optional;
import java.util.stream.Stream;

/// A person who does something outside leaves a proof of it.
record EvidenceAsked() implements Rule.OfStep {

    @Override
    public Stream<Problem> problems(Draft draft, Marked<Step> step) {
        var forward = step.value().work() instanceof Work.Task task
                ? asked(task.evidence(), draft, step.place().of("task"), step.value())
                : Stream.<Problem>empty();
        var back = step.value().backOut() instanceof BackOut.ByHand byHand
                ? asked(byHand.evidence(), draft, step.place().of("backOut"), step.value())
                : Stream.<Problem>empty();
        return Stream.concat(forward, back);
    }

    private static Stream<Problem> asked(Optional<String> evidence, Draft draft, Mark mark, Step step) {
        return evidence.isPresent()
                ? Stream.empty()
                : Stream.of(draft.warning(
                        mark,
                        "task `%s` asks for no `evidence`: nobody can tell later that it was done"
                                .formatted(step.id())));
    }
}
