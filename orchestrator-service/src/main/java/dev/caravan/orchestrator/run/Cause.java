package dev.caravan.orchestrator.run;

import java.time.Instant;

/// When an input was taken in, and what it came from.
///
/// @param at by the orchestrator's own clock, so that no other machine's clock makes a timer fire early
/// @param id of the record or command behind it
public record Cause(Instant at, String id) {}
