package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.messaging.ViewMessages;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/// Which views an input has changed: only they are written.
final class ViewChanges {

    private final Script script;
    private final StatementBook statements;
    private final TaskBook tasks;
    private final Run before;
    private final Run after;

    ViewChanges(Script script, StatementBook statements, TaskBook tasks, Run before, Run after) {
        this.script = script;
        this.statements = statements;
        this.tasks = tasks;
        this.before = before;
        this.after = after;
    }

    /// A view of a step, and the key that it stands under.
    record Shown(String key, SpecificRecord view) {}

    Optional<SpecificRecord> run() {
        var now = view(after);
        return isNew() || !now.equals(view(before)) ? Optional.of(now) : Optional.empty();
    }

    List<Shown> steps() {
        var steps = script.runbook().steps().stream();
        if (isNew()) {
            return steps.map(this::shown).toList();
        }
        var moved = moved();
        var candidates = isShifted()
                ? steps
                : Stream.concat(moved.stream(), dependants(moved)).distinct().map(script::step);
        return candidates
                .filter(step -> moved.contains(step.id()) || !view(after, step).equals(view(before, step)))
                .map(this::shown)
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
            if (!Objects.equals(state, before.step(step))) {
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

    private Shown shown(Step step) {
        return new Shown(ViewMessages.key(after.id(), step.id()), view(after, step));
    }

    private SpecificRecord view(Run run) {
        return ViewMessages.run(run, script.runbook(), script.process().losses(run));
    }

    private SpecificRecord view(Run run, Step step) {
        return ViewMessages.step(
                run,
                script.runbook(),
                step,
                script.position(step.id()),
                script.process().question(run, step.id()),
                tasks.of(script, run, step.id()),
                script.process().schedule(run, step.id()),
                script.process().connection(run, step.id()),
                statements.of(run.id(), step.id()));
    }
}
