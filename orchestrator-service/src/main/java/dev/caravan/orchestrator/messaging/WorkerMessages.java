package dev.caravan.orchestrator.messaging;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.orchestrator.run.Cause;
import dev.caravan.orchestrator.run.CommandId;
import dev.caravan.orchestrator.run.RunInput;
import dev.caravan.schemas.EventTypes;
import dev.caravan.schemas.OutcomeKind;
import dev.caravan.schemas.UnreadableRecord;
import dev.caravan.schemas.common.CommandContinues;
import dev.caravan.schemas.common.CommandFailed;
import dev.caravan.schemas.common.CommandNotYet;
import dev.caravan.schemas.common.CommandRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// The records of the workers' events topics as the core's answers. What a command's own events mean stands in the IDL,
/// so that a new command needs nothing here.
public final class WorkerMessages {

    private WorkerMessages() {}

    /// Reads an event that was taken in at that instant.
    ///
    /// Throws [UnreadableRecord] for a record that is no worker's event, and `IllegalArgumentException` for a value
    /// that is none.
    public static Told read(SpecificRecord event, Instant at) {
        var kind = EventTypes.outcomeOf(event.getSchema()).orElseThrow(() -> notOurs(event));
        var context = EventTypes.contextOf(event).orElseThrow(() -> notOurs(event));
        var commandId = CommandId.parse(context.getCommandId());
        var changes =
                EventTypes.changesOf(event).stream().map(WorkerMessages::change).toList();
        var conflicts = EventTypes.conflictsOf(event).stream()
                .map(WorkerMessages::conflict)
                .toList();
        var content = new Content(commandId, new Cause(at, commandId.toString()), changes, conflicts);
        return new Told(commandId, answer(kind, event, content), changes, conflicts);
    }

    static Change change(dev.caravan.schemas.common.Change change) {
        return new Change(
                change.getKind(),
                change.getId(),
                change.getProperty(),
                change.getBefore(),
                change.getAfter(),
                change.getSentence());
    }

    private record Content(CommandId commandId, Cause cause, List<Change> changes, List<Conflict> conflicts) {}

    private static Optional<RunInput.Answer> answer(OutcomeKind kind, SpecificRecord event, Content it) {
        return switch (kind) {
            case PLANNED -> Optional.of(planTold(it));
            case DONE -> Optional.of(new RunInput.Done(it.cause, it.commandId, facts(event), conflicts(it)));
            case MORE -> Optional.of(continued((CommandContinues) event, it));
            case NOT_YET -> Optional.of(notYet((CommandNotYet) event, it));
            case REFUSED -> Optional.of(refused((CommandRefused) event, it));
            case FAILED -> Optional.of(failed((CommandFailed) event, it));
            case TOLD -> Optional.empty();
        };
    }

    private static RunInput.PlanTold planTold(Content it) {
        var digests = it.changes.stream().map(Change::digest).sorted().toList();
        return new RunInput.PlanTold(it.cause, it.commandId, digests, it.changes.size(), conflicts(it));
    }

    private static RunInput.Continued continued(CommandContinues event, Content it) {
        return new RunInput.Continued(it.cause, it.commandId, event.getCursor(), event.getObjectsDone());
    }

    private static RunInput.NotYet notYet(CommandNotYet event, Content it) {
        var retryAfter = Duration.ofMillis(event.getRetryAfterMillis());
        return new RunInput.NotYet(
                it.cause, it.commandId, retryAfter, event.getReason(), Optional.ofNullable(event.getExpectedAt()));
    }

    private static RunInput.Refused refused(CommandRefused event, Content it) {
        return new RunInput.Refused(it.cause, it.commandId, event.getCode(), event.getReason());
    }

    private static RunInput.Failed failed(CommandFailed event, Content it) {
        return new RunInput.Failed(
                it.cause,
                it.commandId,
                event.getIsTransient(),
                event.getCode(),
                event.getReason(),
                event.getObjects().size(),
                Optional.ofNullable(event.getRetryAfterMillis()).map(Duration::ofMillis));
    }

    private static Map<String, Object> facts(SpecificRecord event) {
        var facts = new LinkedHashMap<String, Object>();
        EventTypes.factsOf(event).forEach((name, value) -> facts.put(name, widened(value)));
        return facts;
    }

    /// The core knows whole numbers as `Long` and others as `Double`.
    private static Object widened(Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            default -> value;
        };
    }

    private static Conflict conflict(dev.caravan.schemas.common.Conflict conflict) {
        return new Conflict(
                conflict.getKind(),
                conflict.getId(),
                conflict.getProperty(),
                conflict.getObserved(),
                conflict.getSentence());
    }

    private static List<dev.caravan.orchestrator.run.Conflict> conflicts(Content it) {
        return it.conflicts.stream()
                .map(c -> new dev.caravan.orchestrator.run.Conflict(
                        c.kind(), c.id(), c.property(), c.observed(), c.sentence()))
                .toList();
    }

    private static UnreadableRecord notOurs(SpecificRecord record) {
        return new UnreadableRecord(
                "no event of a worker: " + record.getSchema().getFullName());
    }
}
