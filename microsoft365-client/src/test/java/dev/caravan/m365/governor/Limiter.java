package dev.caravan.m365.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A host that counts in buckets, as Graph does. What it throttles counts nothing.
///
/// @param saysHowFull whether it says how much of its count is used, from 0.8 on
/// @param retryAfter what it asks for when it throttles
final class Limiter {

    private final List<Bucket> buckets = new ArrayList<>();
    private final boolean saysHowFull;
    private final Duration retryAfter;
    private long carriedUnits;
    private long carriedWrites;
    private long carried;
    private long throttled;

    Limiter(Both size, boolean saysHowFull, Duration retryAfter) {
        this.saysHowFull = saysHowFull;
        this.retryAfter = retryAfter;
        buckets.add(new Bucket(size.unitsBurst(), size.unitsPerSecond()));
        buckets.add(new Bucket(size.writesBurst(), size.writesPerSecond()));
    }

    record Both(double unitsBurst, double unitsPerSecond, double writesBurst, double writesPerSecond) {}

    Said answer(Cost cost, Instant now) {
        var units = buckets.getFirst();
        var writes = buckets.getLast();
        if (units.missing(cost.units(), now) || writes.missing(cost.writes(), now)) {
            throttled++;
            return new Said.Throttled(retryAfter, Said.Reach.TENANT, Said.Counted.UNSAID);
        }
        units.tokens -= cost.units();
        writes.tokens -= cost.writes();
        carried++;
        carriedUnits += cost.units();
        carriedWrites += cost.writes();
        var used = cost.writes() > 0 ? writes.used() : units.used();
        return new Said.Carried(Optional.of(used)
                .filter(share -> saysHowFull && share >= 0.8)
                .<Said.Fill>map(Said.Fill.Used::new)
                .orElseGet(Said.Fill.Unsaid::new));
    }

    /// From now on it carries that share of what it did.
    void change(double share) {
        buckets.forEach(bucket -> bucket.perSecond *= share);
    }

    void forget() {
        carried = 0;
        throttled = 0;
        carriedUnits = 0;
        carriedWrites = 0;
    }

    long carriedUnits() {
        return carriedUnits;
    }

    long carriedWrites() {
        return carriedWrites;
    }

    long throttled() {
        return throttled;
    }

    double throttledShare() {
        return throttled / (double) Math.max(1, throttled + carried);
    }

    private static final class Bucket {

        private final double burst;
        private double perSecond;
        private double tokens;
        private Instant filledAt = Instant.EPOCH;

        Bucket(double burst, double perSecond) {
            this.burst = burst;
            this.perSecond = perSecond;
            this.tokens = burst;
        }

        boolean missing(int amount, Instant now) {
            tokens = Math.min(
                    burst, tokens + perSecond * Duration.between(filledAt, now).toNanos() / 1e9);
            filledAt = now;
            return tokens < amount;
        }

        double used() {
            return 1 - tokens / burst;
        }
    }
}
