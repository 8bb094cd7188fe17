package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Act;
import dev.caravan.orchestrator.runbook.Acts;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.WaitFor;
import dev.caravan.orchestrator.runbook.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run's runbook says, indexed for the questions that the process asks at every input.
final class Itinerary {

    private final Runbook runbook;
    private final Limits limits;
    private final List<Step> inOrder;
    private final Map<StepId, Step> steps = new LinkedHashMap<>();
    private final Map<StepId, Set<StepId>> descendants = new LinkedHashMap<>();
    private final Map<StepId, List<StepId>> previewers = new LinkedHashMap<>();
    private final Set<StepId> remembered = new LinkedHashSet<>();

    Itinerary(Runbook runbook, Limits limits) {
        this.runbook = runbook;
        this.limits = limits;
        this.inOrder = runbook.inOrder();
        var spokenOf =
                String.join("\n", inOrder.stream().flatMap(Itinerary::speech).toList());
        for (var step : inOrder) {
            steps.put(step.id(), step);
            runbook.precedents(step.id()).forEach(need -> descendantsOf(need).add(step.id()));
            if (step.work() instanceof Work.Gate gate) {
                gate.preview().forEach(previewed -> previewersOf(previewed).add(step.id()));
            }
            if (spokenOf.contains(step.id().text())) {
                remembered.add(step.id());
            }
        }
    }

    Runbook runbook() {
        return runbook;
    }

    Limits limits() {
        return limits;
    }

    /// Each step after all that it needs.
    List<Step> steps() {
        return inOrder;
    }

    Optional<Step> find(StepId id) {
        return Optional.ofNullable(steps.get(id));
    }

    Step step(StepId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("the runbook has no step " + id));
    }

    /// All steps that need this one, be it through others.
    Set<StepId> descendants(StepId id) {
        return descendants.getOrDefault(id, Set.of());
    }

    /// The gate whose approved plan binds the step: of several, the last one that was needed. It binds a step that has
    /// started even while it asks about another one again.
    Optional<StepId> approvedBy(Run run, StepId id) {
        return previewers.getOrDefault(id, List.of()).reversed().stream()
                .filter(gate -> !(run.step(gate) instanceof StepState.NotNeeded))
                .findFirst();
    }

    /// Whether the runbook speaks of what this step tells.
    boolean isSpokenOf(StepId id) {
        return remembered.contains(id);
    }

    ErrandSpec spec(Errand errand) {
        return ErrandSpec.of(step(errand.step()), errand, limits);
    }

    /// Whether there is something that the step's undo, or the person who takes it back, has to do.
    boolean needsUndo(Step step, StepState state) {
        return switch (step.backOut()) {
            case BackOut.Undo _ ->
                state instanceof StepState.Ended && state.tally().hasChanges() && step.work() instanceof Work.Command;
            case BackOut.ByHand _ -> state instanceof StepState.Succeeded && step.work() instanceof Work.Task;
            case BackOut.NothingToUndo _, BackOut.Irreversible _ -> false;
        };
    }

    /// How many properties a person has changed who answers a task.
    int changes(Run run, RunInput.TaskAnswered answer) {
        return answer.touched().isEmpty()
                ? (int) acts(run, answer.step()).changes().count()
                : answer.touched().size();
    }

    /// What a task asks for exactly, filled in.
    Acts acts(Run run, StepId task) {
        return OpenTask.of(step(task), run).map(OpenTask::acts).orElse(Acts.NONE);
    }

    /// The role of the connection that a step acts on.
    static Optional<RoleName> roleOf(Step step) {
        return switch (step.work()) {
            case Work.Command command -> Optional.of(command.on());
            case Work.Check check -> Optional.of(check.on());
            case Work.Task task -> task.acts().changes().findAny().map(_ -> Act.DNS);
            case Work.Gate _, Work.Wait _ -> Optional.empty();
        };
    }

    private Set<StepId> descendantsOf(StepId id) {
        return descendants.computeIfAbsent(id, _ -> new LinkedHashSet<>());
    }

    private List<StepId> previewersOf(StepId id) {
        return previewers.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    private static Stream<String> speech(Step step) {
        var work = switch (step.work()) {
            case Work.Task task -> task.instructions() + speech(task.acts());
            case Work.Wait(WaitFor.Seconds(var expression)) -> expression.cel();
            case Work.Gate gate ->
                gate.question() + gate.although().map(Condition::cel).orElse("");
            case Work.Wait _, Work.Command _, Work.Check _ -> "";
        };
        var back = step.backOut() instanceof BackOut.ByHand byHand ? byHand.instructions() + speech(byHand.acts()) : "";
        var ahead = step.ahead().map(start -> start.seconds().cel()).orElse("");
        return Stream.of(step.when().map(condition -> condition.cel()).orElse(""), ahead, work, back);
    }

    private static String speech(Acts acts) {
        return acts.all().stream().flatMap(act -> act.texts().stream()).collect(Collectors.joining("\n", "\n", ""));
    }
}
