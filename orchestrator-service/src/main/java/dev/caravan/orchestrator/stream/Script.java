package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.run.RunProcess;
import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A runbook that was read once, with all that runs of it are asked at every record.
///
/// @param positions of the steps in the runbook, from 0
/// @param dependants the steps that need a step directly
record Script(Runbook runbook, RunProcess process, Map<StepId, Integer> positions, Map<StepId, List<Step>> dependants) {

    static Script of(Runbook runbook, Conditions conditions) {
        var positions = new HashMap<StepId, Integer>();
        var dependants = new HashMap<StepId, List<Step>>();
        for (var step : runbook.steps()) {
            positions.put(step.id(), positions.size());
            dependants.put(step.id(), runbook.dependants(step.id()));
        }
        return new Script(runbook, new RunProcess(runbook, conditions), Map.copyOf(positions), Map.copyOf(dependants));
    }

    Step step(StepId id) {
        return runbook.steps().get(position(id));
    }

    int position(StepId id) {
        var position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException("runbook " + runbook.name() + " has no step " + id);
        }
        return position;
    }
}
