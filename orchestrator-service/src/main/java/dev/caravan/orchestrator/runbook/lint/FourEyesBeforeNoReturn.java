package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.util.stream.Stream;

/// Two people approve before something is done that cannot be taken back.
record FourEyesBeforeNoReturn() implements Rule.OfStep {

    @Override
    public Stream<Problem> problems(Draft draft, Marked<Step> step) {
        if (!(step.value().backOut() instanceof BackOut.Irreversible)) {
            return Stream.empty();
        }
        var approved = draft.doing(Work.Gate.class)
                .filter(gate -> gate.work().approvals() == 2)
                .anyMatch(gate -> draft.precedes(gate.step().id(), step.value().id()));
        return approved
                ? Stream.empty()
                : Stream.of(draft.error(
                        step.place().of("backOut"),
                        "step `%s` cannot be taken back: a gate with `approvals: 2` must come before it"
                                .formatted(step.value().id())));
    }
}
