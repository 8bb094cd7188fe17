package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// No step waits for itself through others. Each circle is told once, at its first step in the file.
record NoCircles() implements Rule {

    @Override
    public Stream<Problem> problems(Draft draft) {
        var told = new HashSet<StepId>();
        return draft.steps().stream()
                .filter(step -> draft.precedes(step.value().id(), step.value().id()))
                .filter(step -> !step.value().needs().contains(step.value().id()))
                .filter(step -> !told.contains(step.value().id()))
                .map(step -> problem(draft, step, told));
    }

    private static Problem problem(Draft draft, Marked<Step> step, Set<StepId> told) {
        var circle = circle(draft, step.value().id());
        told.addAll(circle);
        var way = circle.stream().map(id -> "`" + id + "`").collect(Collectors.joining(" needs "));
        return draft.error(step.place().of("needs"), "these steps wait for each other and could never start: " + way);
    }

    /// The shortest way from a step back to itself.
    private static List<StepId> circle(Draft draft, StepId start) {
        var cameFrom = new HashMap<StepId, StepId>();
        var open = new ArrayDeque<StepId>();
        open.add(start);
        while (!cameFrom.containsKey(start)) {
            var next = open.remove();
            for (var need : needs(draft, next)) {
                if (cameFrom.putIfAbsent(need, next) == null) {
                    open.add(need);
                }
            }
        }
        return path(cameFrom, start);
    }

    private static List<StepId> path(Map<StepId, StepId> cameFrom, StepId start) {
        var path = new ArrayList<StepId>();
        path.add(start);
        for (var id = cameFrom.get(start); id != null && !id.equals(start); id = cameFrom.get(id)) {
            path.add(id);
        }
        path.add(start);
        Collections.reverse(path);
        return path;
    }

    private static Set<StepId> needs(Draft draft, StepId id) {
        return draft.find(id).map(step -> step.value().needs()).orElse(Set.of());
    }
}
