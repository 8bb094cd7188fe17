package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Work;
import java.util.stream.Stream;

/// Whoever writes a step that changes something also says what takes it back.
record BackOutSaid(Commands commands) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return Stream.concat(ofCommands(draft), ofTasks(draft));
    }

    private Stream<Problem> ofCommands(Draft draft) {
        return draft.doing(Work.Command.class)
                .filter(command -> !command.place().has("backOut"))
                .flatMap(command -> commands.find(command.work().command()).stream()
                        .filter(spec -> spec.plans())
                        .map(spec -> draft.error(
                                command.place().of("command"),
                                ("`%s` changes things: say what takes them back, as `backOut: {undo: <command>}`,"
                                                + " `backOut: {irreversible: <reason>}` or `backOut: nothing-to-undo`")
                                        .formatted(spec.name()))));
    }

    private static Stream<Problem> ofTasks(Draft draft) {
        return draft.doing(Work.Task.class)
                .filter(task -> !task.place().has("backOut"))
                .filter(task -> task.work().acts().changes().findAny().isPresent())
                .map(task -> draft.error(
                        task.place().of("acts"),
                        ("task `%s` changes things: say what takes them back, as `backOut: {task: <instructions>}`,"
                                        + " `backOut: {irreversible: <reason>}` or `backOut: nothing-to-undo`")
                                .formatted(task.step().id())));
    }
}
