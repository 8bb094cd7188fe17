package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.ledger.ByHand;
import dev.caravan.orchestrator.run.OpenTask;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.run.StepState;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.Optional;

/// What people who do tasks read: on the way forward what the runbook asks for, on the way back also what takes back
/// what the ledger holds of the step.
final class TaskBook {

    private final LedgerBook ledger;

    TaskBook(LedgerBook ledger) {
        this.ledger = ledger;
    }

    /// Empty for a step that is no task.
    Optional<OpenTask> of(Script script, Run run, StepId step) {
        return script.process()
                .task(run, step)
                .map(task -> run.step(step) instanceof StepState.UndoOpen
                        ? task.beginningWith(ByHand.takingBack(ledger.open(run.id(), step)))
                        : task);
    }
}
