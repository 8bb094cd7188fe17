package dev.caravan.orchestrator.stream;

import dev.caravan.orchestrator.run.Chunk;
import dev.caravan.orchestrator.run.Progress;
import dev.caravan.orchestrator.run.Run;
import dev.caravan.orchestrator.run.RunState;
import dev.caravan.orchestrator.run.StepState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A run as the store keeps it.
///
/// @param run the core's value
/// @param changes how many lines of its ledger have been told: the sequence on `caravan.run.changes`
record StoredRun(Run run, long changes) {

    /// What is known of a run without decoding it: all that a starting task needs.
    ///
    /// @param nextDue the earliest timer
    /// @param inFlight commands without a folded outcome; a parked run waits for people, not for them
    record Head(Optional<Instant> nextDue, int inFlight) {}

    Head head() {
        var nextDue = run.timers().values().stream().min(Comparator.naturalOrder());
        return new Head(nextDue, run.state() instanceof RunState.Parked ? 0 : inFlight());
    }

    private int inFlight() {
        return run.steps().values().stream()
                .flatMap(state -> progress(state).stream())
                .mapToInt(StoredRun::inFlight)
                .sum();
    }

    private static int inFlight(Progress progress) {
        return (int) progress.chunks().stream()
                .filter(chunk -> chunk.stage() instanceof Chunk.Stage.InFlight)
                .count();
    }

    private static Optional<Progress> progress(StepState state) {
        return switch (state) {
            case StepState.Working working -> Optional.of(working.progress());
            case StepState.Stopping stopping -> Optional.of(stopping.progress());
            case StepState.Previewing previewing -> Optional.of(previewing.progress());
            case StepState.Undoing undoing -> Optional.of(undoing.progress());
            case StepState.Pending _,
                    StepState.Scheduled _,
                    StepState.GateOpen _,
                    StepState.TaskOpen _,
                    StepState.Waiting _,
                    StepState.Succeeded _,
                    StepState.NotNeeded _,
                    StepState.Skipped _,
                    StepState.Failed _,
                    StepState.Cancelled _,
                    StepState.UndoOpen _,
                    StepState.UndoFailed _,
                    StepState.Undone _,
                    StepState.UndoSkipped _ -> Optional.empty();
        };
    }
}
