package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Assignee;
import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a run tells the world: one case per record of `caravan.run.events`. Who, when and why are in the input.
public sealed interface RunEvent {

    /// All else is in the charter.
    record RunCreated(Charter charter, Instant t0) implements RunEvent {}

    record InputRefused(InputId inputId, Refusal refusal) implements RunEvent {}

    record T0Moved(Instant t0, String reason, Person by, boolean isConfirmed) implements RunEvent {}

    record StepScheduled(StepId step, Instant due) implements RunEvent {}

    /// @param attempt 1, and one more for each time that people retried the step
    record StepStarted(StepId step, String kind, List<String> guide, int attempt) implements RunEvent {}

    record StepSucceeded(StepId step, List<String> guide, int objects, int changes) implements RunEvent {}

    record StepFailed(StepId step, List<String> guide, String reason) implements RunEvent {}

    /// @param by when it should be over
    /// @param expected when it is going to be over at the earliest
    record StepLate(StepId step, List<String> guide, Instant by, Instant expected) implements RunEvent {}

    record StepSkipped(StepId step, List<String> guide, String reason, Person by) implements RunEvent {}

    record StepNotNeeded(StepId step, List<String> guide, Condition condition) implements RunEvent {}

    /// One attempt failed; whether the step goes on is told by what follows.
    record AttemptFailed(StepId step, int chunk, int attempt, boolean isTransient, String reason) implements RunEvent {}

    record PlanReady(StepId step, String planHash, int changes) implements RunEvent {}

    record GateOpened(StepId step, String question, int approvals) implements RunEvent {}

    /// @param missing how many approvals are still needed
    record GateApproved(StepId step, Person by, int missing, Map<DecisionName, String> decisions) implements RunEvent {}

    record GateRejected(StepId step, Person by, String reason) implements RunEvent {}

    /// @param evidence what is asked for as proof; empty = the answer is enough
    record TaskOpened(StepId step, Assignee assignee, String instructions, String evidence) implements RunEvent {}

    record TaskAnswered(StepId step, Person by, String answer, String evidence) implements RunEvent {}

    record RunPaused(Person by, String reason) implements RunEvent {}

    record RunResumed(Person by) implements RunEvent {}

    record RunFailed(StepId step, String reason) implements RunEvent {}

    record RunCompleted() implements RunEvent {}

    /// @param losses what cannot be taken back, in words
    record BackOutStarted(Person by, String reason, List<String> losses) implements RunEvent {}

    record UndoStarted(StepId step, List<String> guide, int attempt) implements RunEvent {}

    record StepUndone(StepId step, List<String> guide, int changes, List<Conflict> conflicts) implements RunEvent {}

    /// Its changes stay: the condition of its undo does not hold.
    record StepKept(StepId step, List<String> guide, String reason) implements RunEvent {}

    record UndoFailed(StepId step, List<String> guide, String reason) implements RunEvent {}

    record RunBackedOut() implements RunEvent {}

    record RunParked(Fault fault) implements RunEvent {}

    record RunUnparked(Person by) implements RunEvent {}
}
