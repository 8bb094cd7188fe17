package dev.caravan.kit.messaging;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.CommandHeader;
import dev.caravan.kit.command.CommandId;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.CustomerId;
import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.RunId;
import dev.caravan.kit.command.StepId;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.common.ConnectionTarget;
import dev.caravan.schemas.common.EventContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The records that all services share, to and from the kit's types.
public final class CommonRecords {

    private CommonRecords() {}

    /// Throws [IllegalArgumentException], naming the field, when one of its identities is empty.
    public static CommandHeader header(CommandContext context) {
        return new CommandHeader(
                new CommandId(context.getCommandId()),
                new RunId(context.getRunId()),
                new StepId(context.getStepId()),
                context.getChunk(),
                context.getAttempt(),
                new CustomerId(context.getCustomerId()),
                new ConnectionId(context.getConnectionId()),
                new AccountId(context.getAccount()),
                context.getIssuedAt(),
                context.getNotAfter(),
                context.getDryRun(),
                Optional.ofNullable(context.getCursor()),
                Optional.ofNullable(context.getApprovedChanges()).map(Set::copyOf),
                context.getUrgent());
    }

    /// Throws [IllegalArgumentException], naming the field, when one of its identities is empty.
    public static Target target(ConnectionTarget written) {
        return new Target(new ConnectionId(written.getConnectionId()), new AccountId(written.getAccount()));
    }

    public static EventContext context(EventHeader header) {
        var command = header.command();
        return EventContext.newBuilder()
                .setEventId(header.eventId())
                .setCommandId(command.commandId().value())
                .setRunId(command.runId().value())
                .setStepId(command.stepId().value())
                .setChunk(command.chunk())
                .setAttempt(command.attempt())
                .setCustomerId(command.customerId().value())
                .setOccurredAt(header.occurredAt())
                .setDryRun(command.dryRun())
                .build();
    }

    public static List<dev.caravan.schemas.common.Change> changesOut(List<Change> changes) {
        return changes.stream()
                .map(change -> dev.caravan.schemas.common.Change.newBuilder()
                        .setKind(change.kind())
                        .setId(change.id())
                        .setProperty(change.property())
                        .setBefore(change.before())
                        .setAfter(change.after())
                        .setSentence(change.sentence())
                        .build())
                .toList();
    }

    public static List<Change> changesIn(List<dev.caravan.schemas.common.Change> changes) {
        return changes.stream()
                .map(change -> new Change(
                        change.getKind(),
                        change.getId(),
                        change.getProperty(),
                        change.getBefore(),
                        change.getAfter(),
                        change.getSentence()))
                .toList();
    }

    /// Changes of which a command knows what they mean: a runbook may name any step whose changes are to be worked on.
    ///
    /// Throws [IllegalArgumentException], naming the first other one.
    ///
    /// @param known what they must be of, in words
    public static List<Change> changesIn(
            List<dev.caravan.schemas.common.Change> changes, Predicate<Change> isKnown, String known) {
        var all = changesIn(changes);
        all.stream().filter(isKnown.negate()).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException("changes: must be of %s, and one is of %s of a %s: %s"
                    .formatted(known, other.property(), other.kind(), other.id()));
        });
        return all;
    }

    public static List<dev.caravan.schemas.common.Conflict> conflictsOut(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> dev.caravan.schemas.common.Conflict.newBuilder()
                        .setKind(conflict.kind())
                        .setId(conflict.id())
                        .setProperty(conflict.property())
                        .setObserved(conflict.observed())
                        .setSentence(conflict.sentence())
                        .build())
                .toList();
    }

    static List<dev.caravan.schemas.common.ObjectFailure> failuresOut(List<ObjectFailure> failures) {
        return failures.stream()
                .map(failure -> dev.caravan.schemas.common.ObjectFailure.newBuilder()
                        .setKind(failure.kind())
                        .setId(failure.id())
                        .setReason(failure.reason())
                        .build())
                .toList();
    }
}
