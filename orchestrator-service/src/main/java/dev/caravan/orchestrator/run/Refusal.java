package dev.caravan.orchestrator.run;

import java.util.Locale;

/// Why a request changed nothing.
public record Refusal(Code code, String reason) {

    /// What programs tell refusals apart by; written as `same-person`.
    public enum Code {
        /// There is no such step in the runbook.
        UNKNOWN_STEP,
        /// The step does not wait for this.
        NOT_OPEN,
        /// Only what has failed can be retried.
        NOT_FAILED,
        /// A command of the step is under way; nobody knows yet what it has done.
        IN_FLIGHT,
        /// A gate is answered, never skipped.
        GATE,
        /// The first approver cannot be the second.
        SAME_PERSON,
        /// Who has requested the run cannot approve at a four-eyes gate.
        REQUESTER,
        /// The approver has read another plan.
        STALE_PLAN,
        /// The gate asks for a decision that the approval does not contain.
        NO_DECISION,
        /// The decision is unknown here, not one of the answers, or not what the first approver decided.
        BAD_DECISION,
        /// A step that has to start ahead of T0 should have started already.
        TOO_NEAR,
        NO_EVIDENCE,
        /// The answer tells of a change that the task does not ask for.
        NOT_ASKED,
        NO_REASON,
        /// The run is paused already, or does nothing that could be paused.
        NOT_RUNNING,
        NOT_PAUSED,
        PARKED,
        NOT_PARKED,
        ALREADY_BACKING_OUT,
        ENDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public String toString() {
        return code + ": " + reason;
    }
}
