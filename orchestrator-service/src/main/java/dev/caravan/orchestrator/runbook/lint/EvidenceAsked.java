package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Work;
import java.util.stream.Stream;

/// A person who does something outside leaves a proof of it.
record EvidenceAsked() implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return draft.doing(Work.Task.class)
                .filter(task -> task.work().evidence().isEmpty())
                .map(task -> draft.warning(
                        task.place().of("task"),
                        "task `%s` asks for no `evidence`: nobody can tell later that it was done"
                                .formatted(task.step().id())));
    }
}
