package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Acts;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Instructions;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words of a step that people read or a command is told, with placeholders, and where they stand.
record Wording(Step step, Instructions words, Mark mark) {

    static Stream<Wording> allOf(Draft draft) {
        return Stream.of(
                        draft.doing(Work.Task.class).flatMap(Wording::ofTask),
                        draft.doing(Work.Gate.class)
                                .map(gate -> new Wording(
                                        gate.step(),
                                        new Instructions(gate.work().question()),
                                        gate.place().of("gate"))),
                        draft.calls().flatMap(Wording::ofArguments),
                        draft.steps().stream().flatMap(Wording::ofBackOut))
                .flatMap(wordings -> wordings);
    }

    <P extends Instructions.Placeholder> Stream<P> placeholders(Class<P> kind) {
        return words.placeholders().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Stream<Wording> ofTask(Draft.Doing<Work.Task> task) {
        return Stream.of(
                new Wording(
                        task.step(),
                        new Instructions(task.work().instructions()),
                        task.place().of("task")),
                new Wording(task.step(), words(task.work().acts()), task.place().of("acts")));
    }

    private static Stream<Wording> ofArguments(Draft.Call call) {
        return call.with().entrySet().stream()
                .filter(argument -> argument.getValue() instanceof String)
                .map(argument -> new Wording(
                        call.step(),
                        new Instructions(argument.getValue().toString()),
                        call.place().of("with", argument.getKey())));
    }

    private static Stream<Wording> ofBackOut(Marked<Step> step) {
        return step.value().backOut() instanceof BackOut.ByHand byHand
                ? Stream.of(
                        new Wording(
                                step.value(),
                                new Instructions(byHand.instructions()),
                                step.place().of("backOut", "task")),
                        new Wording(
                                step.value(), words(byHand.acts()), step.place().of("backOut", "acts")))
                : Stream.empty();
    }

    /// What is filled in otherwise than in acts alone.
    private static Instructions words(Acts acts) {
        return new Instructions(acts.all().stream()
                .flatMap(act -> act.texts().stream())
                .map(text -> text.replace(Acts.DOMAIN, ""))
                .collect(Collectors.joining("\n")));
    }
}
