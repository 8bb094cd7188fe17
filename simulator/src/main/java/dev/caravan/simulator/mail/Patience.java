package dev.caravan.simulator.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a sender tries again, as RFC 5321 4.5.4.1 advises: after half an hour at first, less often later, and for
/// five days.
final class Patience {

    static final Duration GIVE_UP_AFTER = Duration.ofDays(5);

    private static final List<Duration> FIRST =
            List.of(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2));
    private static final Duration LATER = Duration.ofHours(3);

    private Patience() {}

    /// When to try next after so many attempts, or nothing if the patience is over.
    static Optional<Instant> next(Instant sent, Instant last, int attempts) {
        Instant next = last.plus(attempts <= FIRST.size() ? FIRST.get(attempts - 1) : LATER);
        return next.isAfter(sent.plus(GIVE_UP_AFTER)) ? Optional.empty() : Optional.of(next);
    }
}
