package dev.caravan.launcher.standin;

import java.time.Instant;

/// What the stand-in has said or asked, and in whose name.
///
/// @param kind approve, answer, retry, move-t0, back-out
/// @param evidence empty where none belongs to the kind
/// @param planHash of the plan that was read before it was approved; empty where there was none
/// @param at simulated instant
public record Given(
        String runId,
        String stepId,
        String kind,
        String by,
        String answer,
        String evidence,
        String planHash,
        Instant at) {}
