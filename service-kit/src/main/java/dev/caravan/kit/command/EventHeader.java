package dev.caravan.kit.command;

import java.time.Instant;

/// What an event answers, and when it happened.
///
/// @param eventId unique per event; the same for the same event of a redelivered command
/// @param command the header of the command that it answers
/// @param occurredAt on the injected clock
public record EventHeader(String eventId, CommandHeader command, Instant occurredAt) {

    public EventHeader {
        eventId = Identity.required("eventId", eventId);
    }
}
