package dev.caravan.simulator.trouble;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lets so much through in a time and no more: what is left flows back evenly.
final class Bucket {

    private final long size;
    private final Duration window;
    private double left;
    private Instant at;

    /// A full one.
    Bucket(long size, Duration window, Instant now) {
        this.size = size;
        this.window = window;
        this.left = size;
        this.at = now;
    }

    /// Takes so much.
    ///
    /// @return how long it is until it could be taken, if too little is left
    synchronized Optional<Duration> take(long wanted, Instant now) {
        flow(now);
        if (left >= wanted) {
            left -= wanted;
            return Optional.empty();
        }
        return Optional.of(until(wanted));
    }

    /// How it stands.
    synchronized Level level(Instant now) {
        flow(now);
        return new Level(size, (long) left, now.plus(until(size)));
    }

    /// @param limit how much it lets through
    /// @param remaining how much at once
    /// @param reset when it is full again
    record Level(long limit, long remaining, Instant reset) {}

    private void flow(Instant now) {
        if (now.isAfter(at)) {
            double share = (double) Duration.between(at, now).toNanos() / window.toNanos();
            left = Math.min(size, left + share * size);
            at = now;
        }
    }

    /// Rounded up to milliseconds, so that whoever comes back then is let through.
    private Duration until(long wanted) {
        double share = Math.max(0, wanted - left) / size;
        return Duration.ofMillis((long) Math.ceil(share * window.toMillis()) + 1);
    }
}
