package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Step;
import java.util.Optional;
import java.util.stream.Stream;

/// An undo command takes recorded changes and nothing else that somebody would have to tell it, and there is something
/// to
/// undo.
record FittingUndo(Commands commands) implements Rule.OfStep {

    @Override
    public Stream<Problem> problems(Draft draft, Marked<Step> step) {
        if (!step.whole() || !(step.value().backOut() instanceof BackOut.Undo undo)) {
            return Stream.empty();
        }
        return commands.find(undo.command()).flatMap(spec -> problem(draft, step, spec)).stream()
                .map(message -> draft.error(step.place().of("backOut", "undo"), message));
    }

    private Optional<String> problem(Draft draft, Marked<Step> step, CommandSpec undo) {
        if (!undo.takesChanges()) {
            return Optional.of("`%s` cannot undo: it does not take recorded changes".formatted(undo.name()));
        }
        if (undo.arguments().stream().anyMatch(argument -> argument.required())) {
            return Optional.of("`%s` cannot undo: it must be told more than recorded changes".formatted(undo.name()));
        }
        return PlanningSteps.isOne(draft, step.value().id(), commands)
                ? Optional.empty()
                : Optional.of("step `%s` changes nothing that could be undone: say `backOut: nothing-to-undo`"
                        .formatted(step.value().id()));
    }
}
