package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Step;
import java.util.stream.Stream;

/// Whoever relies on a step that may be left out asks first whether it told anything.
record FactsOfDoneSteps(Expressions expressions) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return Phrase.allOf(draft).flatMap(phrase -> problems(draft, phrase));
    }

    private Stream<Problem> problems(Draft draft, Phrase phrase) {
        var understood = expressions.read(phrase.expression(), phrase.answer());
        return understood.facts().stream()
                .map(Expressions.FactUse::step)
                .distinct()
                .filter(step -> !understood.asked().contains(step))
                .filter(step -> draft.steps().stream().map(Marked::value).anyMatch(known -> mayBeLeftOut(known, step)))
                .map(step -> draft.error(
                        phrase.mark(),
                        "step `%s` may be left out and then tells nothing: write `\"%s\" in facts ? … : …`"
                                .formatted(step, step)));
    }

    private static boolean mayBeLeftOut(Step step, String id) {
        return step.id().text().equals(id) && step.when().isPresent();
    }
}
