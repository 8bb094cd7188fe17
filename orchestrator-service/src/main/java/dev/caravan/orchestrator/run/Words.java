package dev.caravan.orchestrator.run;

import java.util.List;

/// States in words, as records carry them and people read them.
public final class Words {

    /// What a run may be.
    public static final List<String> OF_RUNS = List.of(
            "running",
            "failing",
            "failed",
            "paused",
            "completed",
            "backing-out",
            "back-out-paused",
            "back-out-failed",
            "backed-out",
            "parked");

    private Words() {}

    /// As in "the run is backing-out".
    public static String of(RunState state) {
        return switch (state) {
            case RunState.Running _ -> "running";
            case RunState.Failing _ -> "failing";
            case RunState.Failed _ -> "failed";
            case RunState.Paused _ -> "paused";
            case RunState.Completed _ -> "completed";
            case RunState.BackingOut _ -> "backing-out";
            case RunState.BackOutPaused _ -> "back-out-paused";
            case RunState.BackOutFailed _ -> "back-out-failed";
            case RunState.BackedOut _ -> "backed-out";
            case RunState.Parked _ -> "parked";
        };
    }

    /// As in "the step is waiting".
    public static String of(StepState state) {
        return switch (state) {
            case StepState.Pending _ -> "pending";
            case StepState.Scheduled _ -> "scheduled";
            case StepState.Working _ -> "working";
            case StepState.Stopping _ -> "stopping";
            case StepState.Previewing _ -> "previewing";
            case StepState.GateOpen _ -> "gate-open";
            case StepState.TaskOpen _ -> "task-open";
            case StepState.Waiting _ -> "waiting";
            case StepState.Succeeded _ -> "succeeded";
            case StepState.NotNeeded _ -> "not-needed";
            case StepState.Skipped _ -> "skipped";
            case StepState.Failed _ -> "failed";
            case StepState.Cancelled _ -> "cancelled";
            case StepState.Undoing _ -> "undoing";
            case StepState.UndoOpen _ -> "undo-open";
            case StepState.UndoFailed _ -> "undo-failed";
            case StepState.Undone _ -> "undone";
            case StepState.UndoSkipped _ -> "undo-skipped";
        };
    }
}
