package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Work;
import java.util.stream.Stream;

/// A gate is approved by one person or by two.
record OneOrTwoApprovals() implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return draft.doing(Work.Gate.class)
                .filter(gate -> gate.work().approvals() < 1 || gate.work().approvals() > 2)
                .map(gate -> draft.error(
                        gate.place().of("approvals"),
                        "a gate takes 1 approval, or 2 by different people, not "
                                + gate.work().approvals()));
    }
}
