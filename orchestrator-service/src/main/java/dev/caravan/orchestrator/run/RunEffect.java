package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.CommandName;
import dev.caravan.orchestrator.runbook.Over;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a run asks of the world.
public sealed interface RunEffect {

    /// Sends a command to the worker of its account.
    ///
    /// @param with arguments as the runbook gives them
    /// @param over what the range is a range of; empty when the command goes over nothing
    /// @param cursor where the part before ended
    /// @param notAfter no remote call starts later
    /// @param approvedBy the gate whose approved plan binds this command
    record IssueCommand(
            CommandId id,
            CommandName command,
            RoleName on,
            Map<String, Object> with,
            Optional<Over> over,
            ChunkRange objects,
            Optional<String> cursor,
            Instant notAfter,
            Optional<StepId> approvedBy)
            implements RunEffect {

        /// Whether the worker stops after the plan.
        public boolean isDryRun() {
            return id.errand() instanceof Errand.Preview;
        }

        /// Whether it takes back what the step has changed.
        public boolean isUndo() {
            return id.errand() instanceof Errand.Undo;
        }
    }

    /// Cuts the next chunk; answered at once by [RunInput.ChunkCut].
    ///
    /// @param afterKey the last key of the chunk before; empty for the first one
    /// @param objectsMax at most so many objects
    record CutChunk(Errand errand, Over over, Optional<String> afterKey, int chunk, int objectsMax)
            implements RunEffect {}

    /// Fires once at or after the instant, never before. A timer of this name that is open is replaced.
    record StartTimer(TimerName timer, Instant due) implements RunEffect {}

    record CancelTimer(TimerName timer) implements RunEffect {}

    /// Tells the run's story.
    ///
    /// @param sequence from 1 without a gap
    record Tell(long sequence, RunEvent event) implements RunEffect {}
}
