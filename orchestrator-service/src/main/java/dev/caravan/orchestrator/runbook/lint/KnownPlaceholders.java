package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Instructions;
import java.util.stream.Stream;

/// Instructions hold no placeholder that nobody can fill in.
record KnownPlaceholders() implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return Wording.allOf(draft)
                .flatMap(wording -> wording.placeholders(Instructions.Placeholder.Unknown.class)
                        .map(Instructions.Placeholder.Unknown::written)
                        .distinct()
                        .map(written -> draft.error(
                                wording.mark(),
                                "nothing fills in `${%s}`; write ${domains}, ${source}, ${destination}, ${t0}, ${decision.<name>} or ${facts.<step>.<fact>}, in an act ${domain}"
                                        .formatted(written))));
    }
}
