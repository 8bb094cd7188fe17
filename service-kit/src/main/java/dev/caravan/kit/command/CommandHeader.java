package dev.caravan.kit.command;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Why a command exists, whom it concerns and until when it may act.
///
/// @param chunk number of the chunk in its step, from 0
/// @param attempt from 1
/// @param customerId the customer whose run this is; the connection must be the same customer's
/// @param connectionId the connection to act through
/// @param account the account whose lane the command waits in
/// @param notAfter no remote call starts after it
/// @param dryRun stop after the plan and tell it: the preview
/// @param cursor where the part before ended, as its [Outcome.More] said
/// @param approvedChanges digests of the changes that people approved; empty: any plan within the safety limits
/// @param urgent whether the customer's mail is at risk meanwhile
public record CommandHeader(
        CommandId commandId,
        RunId runId,
        StepId stepId,
        int chunk,
        int attempt,
        CustomerId customerId,
        ConnectionId connectionId,
        AccountId account,
        Instant issuedAt,
        Instant notAfter,
        boolean dryRun,
        Optional<String> cursor,
        Optional<Set<String>> approvedChanges,
        boolean urgent) {

    public CommandHeader {
        approvedChanges = approvedChanges.map(Set::copyOf);
    }

    /// The same command's header for what it does through another connection.
    public CommandHeader through(Target target) {
        return new CommandHeader(
                commandId,
                runId,
                stepId,
                chunk,
                attempt,
                customerId,
                target.connectionId(),
                target.account(),
                issuedAt,
                notAfter,
                dryRun,
                cursor,
                approvedChanges,
                urgent);
    }

    /// The header of an event that answers this command.
    public EventHeader answeredBy(String eventId, Instant occurredAt) {
        return new EventHeader(eventId, this, occurredAt);
    }
}
