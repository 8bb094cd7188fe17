package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.StepId;

/// Folds the plans that workers tell: of a preview into what people approve, of all else into what may have to be
/// taken back. A plan of an attempt that is over counts too, because its changes are in the ledger.
final class Plans {

    private Plans() {}

    static Run fold(Run run, RunInput.PlanTold told) {
        return switch (told.commandId().errand()) {
            case Errand.Preview preview -> previewed(run, preview, told);
            case Errand.Forward(var step) -> changing(run, step, told);
            case Errand.Undo undo -> undoing(run, undo, told);
        };
    }

    private static Run previewed(Run run, Errand.Preview errand, RunInput.PlanTold told) {
        var id = told.commandId();
        if (!(run.step(errand.gate()) instanceof StepState.Previewing previewing)) {
            return run;
        }
        return run.progress(errand)
                .flatMap(progress -> progress.inFlight(id.chunk(), id.attempt()).map(progress::without))
                .map(progress -> run.with(
                        errand.gate(),
                        previewing
                                .advance(progress)
                                .advance(previewing.plan().plus(errand, id.chunk(), told.changeDigests()))))
                .orElse(run);
    }

    private static Run changing(Run run, StepId step, RunInput.PlanTold told) {
        var state = run.step(step);
        var late = late(state.tally(), told);
        var changed = switch (state) {
            case StepState.Working working -> working.advance(counted(working.progress(), told));
            case StepState.Stopping stopping -> stopping.advance(counted(stopping.progress(), told));
            case StepState.Pending pending when late.attempts() > 0 -> pending.told(late);
            case StepState.Scheduled scheduled when late.attempts() > 0 -> scheduled.told(late);
            case StepState.Ended ended -> ended.told(late);
            case StepState.Undoing undoing when told.changes() > 0 -> undoing.toldLate(late);
            case StepState.UndoFailed failed when told.changes() > 0 -> failed.toldLate(late);
            case StepState.Undone undone when told.changes() > 0 -> undone.startOver(late);
            case StepState other -> other;
        };
        return run.state() instanceof RunState.BackedOut || changed.equals(state) ? run : run.with(step, changed);
    }

    private static Run undoing(Run run, Errand.Undo errand, RunInput.PlanTold told) {
        return run.progress(errand)
                .map(progress -> run.with(errand, counted(progress, told)))
                .orElse(run);
    }

    /// Counts the plan of an attempt once; of an earlier one it only knows that there was one.
    private static Progress counted(Progress progress, RunInput.PlanTold told) {
        var id = told.commandId();
        var tally = progress.tally();
        return progress.chunk(id.chunk())
                .filter(chunk -> chunk.planned() < id.attempt())
                .map(chunk -> progress.with(chunk.planTold(id.attempt()))
                        .with(tally.changesTold(tally.changes() + told.changes())
                                .seen(told.conflicts())))
                .orElseGet(() -> progress.with(late(tally, told)));
    }

    private static Tally late(Tally tally, RunInput.PlanTold told) {
        return tally.changesTold(Math.max(tally.changes(), told.changes())).seen(told.conflicts());
    }
}
