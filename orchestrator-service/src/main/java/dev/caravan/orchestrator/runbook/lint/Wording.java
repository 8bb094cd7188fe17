package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Instructions;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.util.stream.Stream;

/// Words of a step that people read, with placeholders, and where they stand.
record Wording(Step step, Instructions words, Mark mark) {

    static Stream<Wording> allOf(Draft draft) {
        return Stream.concat(
                draft.doing(Work.Task.class)
                        .map(task -> new Wording(
                                task.step(),
                                new Instructions(task.work().instructions()),
                                task.place().of("task"))),
                draft.doing(Work.Gate.class)
                        .map(gate -> new Wording(
                                gate.step(),
                                new Instructions(gate.work().question()),
                                gate.place().of("gate"))));
    }

    <P extends Instructions.Placeholder> Stream<P> placeholders(Class<P> kind) {
        return words.placeholders().stream().filter(kind::isInstance).map(kind::cast);
    }
}
