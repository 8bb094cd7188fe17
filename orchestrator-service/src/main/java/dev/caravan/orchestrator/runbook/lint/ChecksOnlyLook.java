package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Work;
import java.util.stream.Stream;

/// A check asks again and again, so it must not change anything.
record ChecksOnlyLook(Commands commands) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return draft.doing(Work.Check.class)
                .flatMap(check -> commands.find(check.work().command()).stream()
                        .filter(spec -> !spec.onlyLooks())
                        .map(spec -> draft.error(
                                check.place().of("check"),
                                "`%s` cannot be polled: make it a `command` step".formatted(spec.name()))));
    }
}
