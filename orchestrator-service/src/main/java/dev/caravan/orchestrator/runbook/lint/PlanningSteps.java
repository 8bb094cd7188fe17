package dev.caravan.orchestrator.runbook.lint;

import dev.caravan.orchestrator.runbook.CommandSpec;
import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.orchestrator.runbook.Work;

/// Which steps change something, so that they have a plan and recorded changes.
final class PlanningSteps {

    private PlanningSteps() {}

    /// In doubt (unknown step or command, told elsewhere) yes.
    static boolean isOne(Draft draft, StepId id, Commands commands) {
        return draft.find(id)
                .filter(Marked::whole)
                .map(step -> step.value().work() instanceof Work.Command command
                        && commands.find(command.command())
                                .map(CommandSpec::plans)
                                .orElse(true))
                .orElse(true);
    }
}
