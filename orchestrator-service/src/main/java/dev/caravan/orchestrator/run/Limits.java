package dev.caravan.orchestrator.run;

import java.time.Duration;

/// Bounds that no runbook sets.
///
/// @param callTimeoutMax the longest time that a remote call may last once it has started
/// @param askTimeoutMax how long one asking of a check may take
/// @param notYetMax how many times in a row a command may answer "not yet"
/// @param undoChunkMax changes in one undo command
/// @param checkWindowMax chunks of a check that are asked about at once
public record Limits(
        Duration callTimeoutMax, Duration askTimeoutMax, int notYetMax, int undoChunkMax, int checkWindowMax) {

    public static final Limits STANDARD = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(10), 1_000, 50, 4);
}
