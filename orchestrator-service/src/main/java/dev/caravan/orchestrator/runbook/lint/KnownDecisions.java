package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.Instructions;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
import java.util.Optional;
import java.util.stream.Stream;

/// A decision that a step asks for exists, and the gate that decides it is over by then.
record KnownDecisions(Expressions expressions) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return uses(draft, expressions)
                .flatMap(use -> problem(draft, use).stream().map(message -> draft.error(use.mark(), message)))
                .distinct();
    }

    /// A step that asks for a decision.
    ///
    /// @param isLast it asks when its own decisions have been taken
    record Use(Step step, String decision, Mark mark, boolean isLast) {}

    static Stream<Use> uses(Draft draft, Expressions expressions) {
        return Stream.concat(
                Phrase.allOf(draft)
                        .flatMap(phrase -> expressions.read(phrase.expression(), phrase.answer()).decisions().stream()
                                .map(name -> new Use(phrase.step(), name, phrase.mark(), phrase.isLast()))),
                Wording.allOf(draft)
                        .flatMap(wording -> wording.placeholders(Instructions.Placeholder.Decision.class)
                                .map(placeholder -> new Use(
                                        wording.step(), placeholder.name().text(), wording.mark(), false))));
    }

    private static Optional<String> problem(Draft draft, Use use) {
        var names = draft.decisions().stream()
                .map(decision -> decision.value().name())
                .toList();
        var name = names.stream()
                .filter(known -> known.text().equals(use.decision()))
                .findFirst();
        if (name.isEmpty()) {
            return Optional.of(
                    "there is no decision `%s`%s".formatted(use.decision(), Spelling.hint(use.decision(), names)));
        }
        return gateOf(draft, name.get())
                .filter(gate -> !(use.isLast() && gate.equals(use.step().id())))
                .filter(gate -> !draft.precedes(gate, use.step().id()))
                .map(gate -> "`%s` may not be decided yet: add gate `%s` to `needs`".formatted(use.decision(), gate));
    }

    private static Optional<StepId> gateOf(Draft draft, DecisionName name) {
        return draft.doing(Work.Gate.class)
                .filter(gate -> gate.work().decides().contains(name))
                .map(gate -> gate.step().id())
                .findFirst();
    }
}
