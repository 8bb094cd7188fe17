package dev.caravan.orchestrator.run;

import dev.caravan.orchestrator.runbook.Act;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.RoleName;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What can happen to a run.
public sealed interface RunInput {

    Cause cause();

    default Instant at() {
        return cause().at();
    }

    /// What a person or program asks; refused when it is not legal, and folded once.
    sealed interface Request extends RunInput {
        InputId inputId();

        Person by();
    }

    /// A request that concerns one step.
    sealed interface StepRequest extends Request {
        StepId step();
    }

    /// What a worker answers to a command.
    sealed interface Answer extends RunInput {
        CommandId commandId();
    }

    // ---- requests ------------------------------------------------------------------------------------------------

    /// @param t0 provisional until a gate confirms it
    record Created(
            Cause cause,
            InputId inputId,
            RunId runId,
            String title,
            CustomerId customerId,
            RunbookName runbook,
            String runbookHash,
            Map<RoleName, ConnectionRef> connections,
            List<DomainName> domains,
            ZoneId zone,
            Instant t0,
            Map<DecisionName, String> decisions,
            Person by)
            implements Request {
        public Created {
            connections = Ordered.copy(connections);
            domains = List.copyOf(domains);
            decisions = Ordered.copy(decisions);
        }
    }

    /// @param planHash of the plan that the approver has read; empty where the gate shows none
    record GateApproved(
            Cause cause, InputId inputId, Person by, StepId step, String planHash, Map<DecisionName, String> decisions)
            implements StepRequest {
        public GateApproved {
            decisions = Ordered.copy(decisions);
        }
    }

    record GateRejected(Cause cause, InputId inputId, Person by, StepId step, String reason) implements StepRequest {}

    /// @param touched what the person says to have changed by hand; empty: what the task's acts say, no more and no
    /// less
    record TaskAnswered(
            Cause cause, InputId inputId, Person by, StepId step, String answer, String evidence, List<Touched> touched)
            implements StepRequest {
        public TaskAnswered {
            touched = List.copyOf(touched);
        }
    }

    /// A property of an object that a person has changed by hand; the values are for the ledger.
    record Touched(String kind, String id, String property) {

        private static final Set<String> PROPERTIES = Set.of("ttl", "values");

        boolean isOf(Act.ChangeRecord change) {
            return kind.equals("rrset") && id.equals(change.record()) && PROPERTIES.contains(property);
        }

        @Override
        public String toString() {
            return "%s of the %s %s".formatted(property, kind, id);
        }
    }

    /// Tries again what has failed: a step, or in a back-out its undo.
    record StepRetried(Cause cause, InputId inputId, Person by, StepId step) implements StepRequest {}

    /// Goes on without a step, or in a back-out without its undo.
    record StepSkipped(Cause cause, InputId inputId, Person by, StepId step, String reason) implements StepRequest {}

    record Paused(Cause cause, InputId inputId, Person by, String reason) implements Request {}

    record Resumed(Cause cause, InputId inputId, Person by) implements Request {}

    record BackOutRequested(Cause cause, InputId inputId, Person by, String reason) implements Request {}

    record T0Moved(Cause cause, InputId inputId, Person by, Instant t0, String reason) implements Request {}

    /// Lets a parked run go on where it stood.
    record Unparked(Cause cause, InputId inputId, Person by, String reason) implements Request {}

    // ---- answers of workers --------------------------------------------------------------------------------------

    /// What a command is going to change; the outcome itself when the command was a dry run.
    ///
    /// @param changeDigests sorted
    record PlanTold(Cause cause, CommandId commandId, List<String> changeDigests, int changes, List<Conflict> conflicts)
            implements Answer {
        public PlanTold {
            changeDigests = List.copyOf(changeDigests);
            conflicts = List.copyOf(conflicts);
        }
    }

    /// @param facts scalars by name: `Long`, `Double`, `Boolean` or `String`
    record Done(Cause cause, CommandId commandId, Map<String, Object> facts, List<Conflict> conflicts)
            implements Answer {
        public Done {
            facts = Ordered.copy(facts);
            conflicts = List.copyOf(conflicts);
        }
    }

    /// One part is done; the next attempt goes on from the cursor.
    record Continued(Cause cause, CommandId commandId, String cursor, int objectsDone) implements Answer {}

    /// The world is not there yet.
    ///
    /// @param expected when it is going to be there, if the worker can tell
    record NotYet(Cause cause, CommandId commandId, Duration retryAfter, String reason, Optional<Instant> expected)
            implements Answer {}

    /// Nothing was done.
    record Refused(Cause cause, CommandId commandId, String code, String reason) implements Answer {}

    record Failed(
            Cause cause,
            CommandId commandId,
            boolean isTransient,
            String code,
            String reason,
            int objectsFailed,
            Optional<Duration> retryAfter)
            implements Answer {}

    // ---- answers of the shell ------------------------------------------------------------------------------------

    /// The objects of the next chunk; none at all when `objects` is 0.
    ///
    /// @param last whether nothing is left after it
    record ChunkCut(Cause cause, Errand errand, int chunk, ChunkRange range, boolean last) implements RunInput {}

    record TimerFired(Cause cause, TimerName timer, Instant due) implements RunInput {}

    /// Something about this run could not be read or folded; its bytes are in the dead-letter topic.
    record FaultFound(Cause cause, Fault fault) implements RunInput {}
}
