package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Acts;
import dev.caravan.orchestrator.runbook.Assignee;
import dev.caravan.orchestrator.runbook.BackOut;
import dev.caravan.orchestrator.runbook.Step;
import dev.caravan.orchestrator.runbook.Work;
import java.util.Optional;

/// What a person reads who does a task, on the way forward or back, with everything filled in that the run knows.
///
/// @param acts the exact part of it
/// @param evidence what is asked for as proof; empty = the answer is enough
public record OpenTask(Assignee assignee, String instructions, Acts acts, String evidence) {

    /// The task of a step as it stands; empty for a step that is none.
    static Optional<OpenTask> of(Step step, Run run) {
        if (run.step(step.id()) instanceof StepState.UndoOpen && step.backOut() instanceof BackOut.ByHand byHand) {
            return Optional.of(new OpenTask(
                    byHand.assignee(),
                    Asked.filled(byHand.instructions(), run),
                    Asked.filled(byHand.acts(), run),
                    byHand.evidence().orElse("")));
        }
        return step.work() instanceof Work.Task task
                ? Optional.of(new OpenTask(
                        task.assignee(),
                        Asked.filled(task.instructions(), run),
                        Asked.filled(task.acts(), run),
                        task.evidence().orElse("")))
                : Optional.empty();
    }

    /// The same task, whose acts begin with these.
    public OpenTask beginningWith(Acts first) {
        return new OpenTask(assignee, instructions, first.and(acts), evidence);
    }

    /// The words, then the acts by number.
    public String text() {
        return acts.under(instructions);
    }
}
