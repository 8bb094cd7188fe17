package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.Optional;
import java.util.stream.Stream;

/// What a step needs is there, and is another step.
record KnownNeeds() implements Rule.OfStep {

    @Override
    public Stream<Problem> problems(Draft draft, Marked<Step> step) {
        var needs = step.value().needs();
        return needs.stream()
                .flatMap(need -> problem(draft, step.value(), need)
                        .map(message -> draft.error(step.place().ofItem("needs", need.text()), message))
                        .stream());
    }

    private static Optional<String> problem(Draft draft, Step step, StepId need) {
        if (need.equals(step.id())) {
            return Optional.of("step `%s` needs itself and could never start".formatted(need));
        }
        if (draft.find(need).isPresent()) {
            return Optional.empty();
        }
        var ids = draft.steps().stream().map(known -> known.value().id()).toList();
        return Optional.of("there is no step `%s`%s".formatted(need, Spelling.hint(need.text(), ids)));
    }
}
