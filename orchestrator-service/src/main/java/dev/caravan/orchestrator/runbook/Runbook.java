package dev.caravan.orchestrator.runbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a migration consists of. Its steps have unique ids, need only steps that exist, and none needs itself, be it
/// through others: the constructor refuses anything else, and the linter has told the author before.
///
/// @param steps in the order of the file
public record Runbook(
        RunbookName name, String title, List<DecisionSpec> decisions, List<Phase> phases, List<Step> steps) {

    public Runbook {
        decisions = List.copyOf(decisions);
        phases = List.copyOf(phases);
        steps = List.copyOf(steps);
        if (inOrder(steps).size() < steps.size()) {
            throw new IllegalArgumentException(
                    "runbook " + name + " has a step that is there twice, needs an unknown" + " step, or needs itself");
        }
    }

    /// Throws `IllegalArgumentException` when there is no such step.
    public Step step(StepId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("runbook " + name + " has no step " + id));
    }

    public Optional<Step> find(StepId id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /// Whether the customer's mail is at risk until this step is over, forward as well as on the way back.
    public boolean isMailAtRisk(StepId id) {
        var phase = step(id).phase();
        return phases.stream().anyMatch(one -> one.id().equals(phase) && one.isMailAtRisk());
    }

    /// The steps that need this one directly, in the order of the file.
    public List<Step> dependants(StepId id) {
        return steps.stream().filter(step -> step.needs().contains(id)).toList();
    }

    /// All that must be over before this step starts, be it through others.
    public Set<StepId> precedents(StepId id) {
        var found = new LinkedHashSet<StepId>();
        var open = new ArrayList<>(step(id).needs());
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (found.add(next)) {
                open.addAll(step(next).needs());
            }
        }
        return found;
    }

    /// The steps so that each comes after all that it needs; otherwise in the order of the file.
    public List<Step> inOrder() {
        return inOrder(steps);
    }

    /// The last step that covers this number of the guide.
    public Optional<Step> lastCovering(String guideNumber) {
        return inOrder().reversed().stream()
                .filter(step -> step.guide().contains(guideNumber))
                .findFirst();
    }

    private static List<Step> inOrder(Collection<Step> steps) {
        Map<StepId, Step> open = new LinkedHashMap<>();
        steps.forEach(step -> open.putIfAbsent(step.id(), step));
        var done = new LinkedHashMap<StepId, Step>();
        var progress = true;
        while (progress) {
            progress = false;
            for (var step : List.copyOf(open.values())) {
                if (done.keySet().containsAll(step.needs())) {
                    done.put(step.id(), step);
                    open.remove(step.id());
                    progress = true;
                }
            }
        }
        return List.copyOf(done.values());
    }
}
