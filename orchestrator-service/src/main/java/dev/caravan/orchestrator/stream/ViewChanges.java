package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.messaging.ViewMessages;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.run.RunView;
import dev.caravan.schemas.run.StepView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which views an input has changed: only they are written.
final class ViewChanges {

    private final Script script;
    private final StatementBook statements;
    private final Run before;
    private final Run after;

    ViewChanges(Script script, StatementBook statements, Run before, Run after) {
        this.script = script;
        this.statements = statements;
        this.before = before;
        this.after = after;
    }

    Optional<RunView> run() {
        var now = view(after);
        return isNew() || !now.equals(view(before)) ? Optional.of(now) : Optional.empty();
    }

    List<StepView> steps() {
        var steps = script.runbook().steps().stream();
        if (isNew()) {
            return steps.map(step -> view(after, step)).toList();
        }
        var moved = moved();
        var candidates = isShifted()
                ? steps
                : Stream.concat(moved.stream(), dependants(moved)).distinct().map(script::step);
        return candidates
                .filter(step -> moved.contains(step.id()) || !view(after, step).equals(view(before, step)))
                .map(step -> view(after, step))
                .toList();
    }

    private boolean isNew() {
        return before.sequence() == 0;
    }

    /// Whether something changed that many steps show.
    private boolean isShifted() {
        return !before.cutover().equals(after.cutover());
    }

    /// Steps that stand elsewhere than before.
    private Set<StepId> moved() {
        var moved = new LinkedHashSet<StepId>();
        after.steps().forEach((step, state) -> {
            if (!state.equals(before.step(step))) {
                moved.add(step);
            }
        });
        before.steps().keySet().stream()
                .filter(step -> !after.steps().containsKey(step))
                .forEach(moved::add);
        return moved;
    }

    private Stream<StepId> dependants(Set<StepId> steps) {
        return steps.stream()
                .flatMap(step -> script.dependants().getOrDefault(step, List.of()).stream())
                .map(Step::id);
    }

    private RunView view(Run run) {
        return ViewMessages.run(run, script.runbook(), script.process().losses(run));
    }

    private StepView view(Run run, Step step) {
        return ViewMessages.step(
                run,
                script.runbook(),
                step,
                script.position(step.id()),
                script.instructions(run, step.id()),
                statements.of(run.id(), step.id()));
    }
}
