package dev.caravan.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Letters that were put off while the domains belonged to nobody: they arrive some hours after the runs have ended,
/// when nothing else may ever be due.
final class AwaitedMail {

    /// In simulated time: senders try again after three hours at the latest.
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(30);

    private @Nullable Instant until;
    private @Nullable Instant lookAt;

    /// Whether some may still arrive.
    ///
    /// @param deferred how many were put off and have not arrived
    boolean isUnderWay(Instant now, long deferred) {
        var end = until == null ? now.plus(LONGEST) : until;
        until = end;
        return deferred > 0 && now.isBefore(end);
    }

    /// When to look again; the same until then.
    Instant lookAt(Instant now) {
        var at = lookAt == null || !lookAt.isAfter(now) ? now.plus(LOOK_EVERY) : lookAt;
        lookAt = at;
        return at;
    }
}
