package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Step;
import java.util.stream.Stream;

/// Every command exists.
record KnownCommands(Commands commands) implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        return Stream.concat(
                draft.calls().flatMap(call -> problem(draft, call.place().of(call.key()), call.command())),
                draft.steps().stream().flatMap(step -> undo(draft, step)));
    }

    private Stream<Problem> undo(Draft draft, Marked<Step> step) {
        return step.value().backOut() instanceof BackOut.Undo undo
                ? problem(draft, step.place().of("backOut", "undo"), undo.command())
                : Stream.empty();
    }

    private Stream<Problem> problem(Draft draft, Mark mark, CommandName name) {
        return commands.find(name).isPresent()
                ? Stream.empty()
                : Stream.of(draft.error(
                        mark,
                        "there is no command `%s`%s".formatted(name, Spelling.hint(name.text(), commands.names()))));
    }
}
