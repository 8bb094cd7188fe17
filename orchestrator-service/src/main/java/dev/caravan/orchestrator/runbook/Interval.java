package dev.caravan.orchestrator.runbook;

import java.time.Duration;

/// Pauses that grow: 1m, 2m, 4m … up to a longest one.
///
/// @param factor 1 or more
public record Interval(Duration first, double factor, Duration max) {

    public Interval {
        if (first.isNegative() || first.isZero() || factor < 1 || max.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "pauses start above zero, do not shrink and end no shorter than they start: first %s, factor %s, max %s"
                            .formatted(first, factor, max));
        }
    }

    /// The pause after so many tries (1 = after the first one).
    public Duration after(int tries) {
        var seconds = first.toMillis() * Math.pow(factor, Math.max(0, tries - 1)) / 1000.0;
        return seconds >= max.toSeconds() ? max : Duration.ofMillis(Math.round(seconds * 1000));
    }

    @Override
    public String toString() {
        return factor == 1 || first.equals(max)
                ? "every " + Durations.format(first)
                : "every %s growing to %s".formatted(Durations.format(first), Durations.format(max));
    }
}
