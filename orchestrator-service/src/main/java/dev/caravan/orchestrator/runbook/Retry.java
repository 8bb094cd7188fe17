package dev.caravan.orchestrator.runbook;

/// How often a command is tried in all, and how long is paused between two attempts.
///
/// @param attempts 1 or more; 1 = never again
public record Retry(int attempts, Interval pauses) {

    public Retry {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be 1 or more, not " + attempts);
        }
    }
}
