package dev.caravan.orchestrator.runbook.lint;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people are asked has a bearing on some step.
record DecisionsMatter(Expressions expressions) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        var used = KnownDecisions.uses(draft, expressions)
                .map(KnownDecisions.Use::decision)
                .collect(Collectors.toSet());
        return draft.decisions().stream()
                .filter(Marked::whole)
                .filter(decision -> !used.contains(decision.value().name().text()))
                .map(decision -> draft.warning(
                        decision.place().of("name"),
                        "no step depends on `%s`: ask for what matters only"
                                .formatted(decision.value().name())));
    }
}
