package dev.caravan.orchestrator.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// When an input was taken in, and what it came from.
///
/// @param at by the orchestrator's own clock, so that no other machine's clock makes a timer fire early; in whole
/// milliseconds, because that is what is stored, and a timer is known by its instant
/// @param id of the record or command behind it
public record Cause(Instant at, String id) {
    public Cause {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
