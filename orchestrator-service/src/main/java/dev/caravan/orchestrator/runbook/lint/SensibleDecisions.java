package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.DecisionSpec;
import java.util.stream.Stream;

/// A decision can be answered, and its default is one of the answers.
record SensibleDecisions() implements Rule {

    private static final int CHOICE_MIN = 2;

    @Override
    public Stream<Problem> problems(Draft draft) {
        return draft.decisions().stream()
                .filter(Marked::whole)
                .flatMap(decision -> Stream.concat(options(draft, decision), byDefault(draft, decision)));
    }

    private static Stream<Problem> options(Draft draft, Marked<DecisionSpec> decision) {
        var place = decision.place();
        return switch (decision.value().type()) {
            case CHOICE ->
                decision.value().options().size() >= CHOICE_MIN
                        ? Stream.empty()
                        : Stream.of(draft.error(place.of("options"), "a choice needs two `options` or more"));
            case BOOLEAN, TEXT ->
                place.has("options")
                        ? Stream.of(
                                draft.error(place.ofKey("options"), "only a decision of `type: choice` has options"))
                        : Stream.empty();
        };
    }

    private static Stream<Problem> byDefault(Draft draft, Marked<DecisionSpec> decision) {
        var spec = decision.value();
        var answerable =
                spec.type() != DecisionSpec.Type.CHOICE || spec.options().size() >= CHOICE_MIN;
        return spec.byDefault().stream()
                .filter(answer -> answerable && !spec.accepts(answer))
                .map(answer -> draft.error(
                        decision.place().of("default"),
                        "`%s` is no answer to `%s`; it may be %s"
                                .formatted(answer, spec.name(), String.join(", ", spec.options()))));
    }
}
