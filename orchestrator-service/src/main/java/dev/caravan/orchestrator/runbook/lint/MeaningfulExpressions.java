package dev.caravan.orchestrator.runbook.lint;

import java.util.stream.Stream;

/// A condition can be answered with yes or no, a reckoning with a number.
record MeaningfulExpressions(Expressions expressions) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return Phrase.allOf(draft)
                .flatMap(phrase -> expressions.read(phrase.expression(), phrase.answer()).faults().stream()
                        .map(fault -> draft.error(phrase.mark(), message(phrase, fault))));
    }

    private static String message(Phrase phrase, Expressions.Fault fault) {
        var rest = phrase.expression()
                .substring(Math.min(fault.offset(), phrase.expression().length()));
        return rest.isBlank() || fault.offset() == 0
                ? "`%s` has no meaning: %s".formatted(phrase.expression(), fault.message())
                : "`%s` has no meaning at `%s`: %s".formatted(phrase.expression(), rest, fault.message());
    }
}
