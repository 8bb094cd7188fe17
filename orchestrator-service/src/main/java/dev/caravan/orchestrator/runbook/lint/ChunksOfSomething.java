package dev.caravan.orchestrator.runbook.lint;

import java.util.stream.Stream;

/// Only what goes over objects comes in chunks.
record ChunksOfSomething() implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return draft.calls()
                .filter(call -> call.over().isEmpty())
                .flatMap(call -> Stream.of("chunk", "window")
                        .filter(call.place()::has)
                        .map(key -> draft.error(
                                call.place().ofKey(key), "`%s` says nothing without `over`".formatted(key))));
    }
}
