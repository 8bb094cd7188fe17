package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Work;
import java.util.stream.Stream;

/// Whoever writes a step that changes something also says what takes it back.
record BackOutSaid(Commands commands) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
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
}
