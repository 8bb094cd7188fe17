package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Step;
import java.util.stream.Stream;

/// One mistake that a runbook must not make.
interface Rule {

    Stream<Problem> problems(Draft draft);

    /// A rule that looks at one step after the other.
    interface OfStep extends Rule {

        Stream<Problem> problems(Draft draft, Marked<Step> step);

        @Override
        default Stream<Problem> problems(Draft draft) {
            return draft.steps().stream().filter(Marked::whole).flatMap(step -> problems(draft, step));
        }
    }
}
