package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.DecisionSpec;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.Phase;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A runbook as its author left it: it may name steps that do not exist, go in circles, and say things twice.
public final class Draft {

    private final String file;
    private final List<Marked<DecisionSpec>> decisions;
    private final List<Marked<Phase>> phases;
    private final List<Marked<Step>> steps;
    private final Map<StepId, Marked<Step>> byId = new HashMap<>();
    private final Map<StepId, Set<StepId>> precedents = new HashMap<>();

    public Draft(
            String file, List<Marked<DecisionSpec>> decisions, List<Marked<Phase>> phases, List<Marked<Step>> steps) {
        this.file = file;
        this.decisions = List.copyOf(decisions);
        this.phases = List.copyOf(phases);
        this.steps = List.copyOf(steps);
        steps.forEach(step -> byId.putIfAbsent(step.value().id(), step));
        byId.keySet().forEach(id -> precedents.put(id, reachableFrom(id)));
    }

    List<Marked<DecisionSpec>> decisions() {
        return decisions;
    }

    List<Marked<Phase>> phases() {
        return phases;
    }

    List<Marked<Step>> steps() {
        return steps;
    }

    Optional<Marked<Step>> find(StepId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Whether the first is over before the second starts, because the second needs it, be it through others.
    boolean precedes(StepId first, StepId second) {
        return precedents.getOrDefault(second, Set.of()).contains(first);
    }

    /// The steps with this kind of work, as far as it could be read in full.
    <W extends Work> Stream<Doing<W>> doing(Class<W> kind) {
        return steps.stream()
                .filter(step -> step.whole() && kind.isInstance(step.value().work()))
                .map(step -> new Doing<>(step.value(), kind.cast(step.value().work()), step.place()));
    }

    /// The steps that send commands, as far as they could be read in full.
    Stream<Call> calls() {
        return steps.stream().filter(Marked::whole).flatMap(step -> Call.of(step).stream());
    }

    /// A step and its work.
    record Doing<W extends Work>(Step step, W work, Place place) {}

    /// A step that sends commands, be it to act or to look.
    record Call(
            Step step, String key, CommandName command, Map<String, Object> with, Optional<Over> over, Place place) {

        static Optional<Call> of(Marked<Step> marked) {
            var step = marked.value();
            return switch (step.work()) {
                case Work.Command act ->
                    Optional.of(new Call(step, act.kind(), act.command(), act.with(), act.over(), marked.place()));
                case Work.Check look ->
                    Optional.of(new Call(step, look.kind(), look.command(), look.with(), look.over(), marked.place()));
                case Work.Task _, Work.Gate _, Work.Wait _ -> Optional.empty();
            };
        }
    }

    Problem error(Mark mark, String message) {
        return Problem.error(file, mark, message);
    }

    Problem warning(Mark mark, String message) {
        return Problem.warning(file, mark, message);
    }

    private Set<StepId> reachableFrom(StepId id) {
        var reached = new HashSet<StepId>();
        var open = new ArrayDeque<StepId>();
        open.add(id);
        while (!open.isEmpty()) {
            find(open.remove()).map(step -> step.value().needs()).orElse(Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }
}
