package dev.caravan.m365.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How much of one thing may be asked for: a bucket that fills at a learnt rate.
///
/// The rate grows with what is carried: quickly as long as no limit was met; after one was met in little steps,
/// which become larger the longer it is not met again. When the host throttles, the rate falls to 0.8 of itself;
/// after a longer time only to a little below what the host has carried since it throttled before, because from
/// one empty bucket to the next that is just what it can carry. It never falls below a fifth of what was tried at
/// first: a host that throttles at random, whatever it is asked, would bring everything to a standstill, and one that
/// really carries less than that says for how long to stay away.
final class Allowance {

    private static final double DECREASE_MOST = 0.8;
    private static final double DECREASE_LEAST = 0.95;
    private static final double BELOW_CARRIED = 0.95;
    private static final double CARRIED_SECONDS_MIN = 20;

    private static final double UNLIMITED_GROWTH_SECONDS = 10;
    private static final double STEP = 0.00003;
    private static final double STEP_DOUBLES_AFTER = 1000;
    private static final double STEP_PER_SECOND = 0.0005;
    private static final double STEP_PER_SECOND_DOUBLES_AFTER = 30;
    private static final double STEP_PER_SECOND_MAX = 0.01;
    private static final double BURST_SECONDS = 2;
    private static final double BURST_SECONDS_GROW_EVERY = 10;
    private static final double BATCH = 20;
    private static final double RATE_MIN_OF_START = 0.2;

    private static final double FULLNESS_TO_HOLD = 0.8;
    private static final double FULLNESS_TO_SLOW = 0.9;
    private static final double SLOWING_MAX = 0.3;
    private static final double LEFT_TO_SPREAD = 0.2;
    private static final Duration RESET_MAX = Duration.ofMinutes(10);

    private final Limit limit;
    private double rate;
    private double tokens;
    private Instant filledAt;
    private Instant slowedAt;
    private double fullness;
    private @Nullable Spread spread;
    private @Nullable Met met;

    /// What is left of a host's count, to be spread until it starts anew.
    private record Spread(double perSecond, Instant until) {}

    /// The limit as it was met last.
    ///
    /// @param rate where it is, as far as known
    /// @param carried what was carried since
    private record Met(double rate, Instant at, double carried) {

        /// Nothing after so short a time that answers under way would count.
        OptionalDouble carriedPerSecond(Instant now) {
            var seconds = seconds(at, now);
            return seconds < CARRIED_SECONDS_MIN ? OptionalDouble.empty() : OptionalDouble.of(carried / seconds);
        }

        Met carrying(double amount) {
            return new Met(rate, at, carried + amount);
        }

        /// By how much the rate grows with each that is carried: in steps that what is throttled at the end of them is
        /// a small share of, however little or much a host carries.
        double step(double ofRate, Instant now) {
            var perSecond = STEP_PER_SECOND * (1 + seconds(at, now) / STEP_PER_SECOND_DOUBLES_AFTER);
            var each = STEP * (1 + carried / STEP_DOUBLES_AFTER);
            return rate * Math.min(each, Math.min(perSecond, STEP_PER_SECOND_MAX) / ofRate);
        }
    }

    /// Begins half full: who was here before is unknown.
    Allowance(Limit limit, Instant now) {
        this.limit = limit;
        this.rate = limit.startPerSecond();
        this.tokens = limit.burst() / 2;
        this.filledAt = now;
        this.slowedAt = now;
    }

    double rate() {
        return rate;
    }

    /// After which time there is so much; nothing when it is there. What is more than a burst is as much as one.
    Duration until(double wanted, Instant now) {
        fill(now);
        var missing = Math.min(wanted, burst(now)) - tokens;
        return missing <= 1e-6 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(secondsFor(missing, now) * 1000));
    }

    void take(double amount) {
        tokens -= amount;
    }

    /// So much was carried.
    void carried(double amount, Said.Fill fill, Instant now) {
        fill(now);
        if (met != null) {
            met = met.carrying(amount);
        }
        switch (fill) {
            case Said.Fill.Unsaid() -> used(0, amount, now);
            case Said.Fill.Used(var share) -> used(share, amount, now);
            case Said.Fill.Left left -> left(left, amount, now);
        }
    }

    /// The host throttled what was sent at that time. What was sent before it throttled last tells nothing new.
    void throttled(Instant sentAt, Instant now) {
        fill(now);
        tokens = Math.min(tokens, 0);
        if (met != null && !sentAt.isAfter(met.at())) {
            return;
        }
        var carries = met == null ? OptionalDouble.empty() : met.carriedPerSecond(now);
        var metAt = Math.clamp(carries.orElse(rate), rate * DECREASE_MOST, rate);
        slowTo(Math.clamp(carries.orElse(0) * BELOW_CARRIED, rate * DECREASE_MOST, rate * DECREASE_LEAST));
        met = new Met(metAt, now, 0);
    }

    /// As long as the host's count still gets fuller, more is asked than it carries.
    private void used(double share, double amount, Instant now) {
        var isFilling = share > fullness;
        fullness = share;
        if (share < FULLNESS_TO_HOLD) {
            grow(amount, now);
            return;
        }
        tokens = Math.min(tokens, Math.max(0, 1 - share) * limit.burst());
        if (share > FULLNESS_TO_SLOW && isFilling) {
            var slowing = Math.min(SLOWING_MAX, share - FULLNESS_TO_SLOW) * Math.min(1, seconds(slowedAt, now));
            slowTo(rate * (1 - slowing));
            slowedAt = now;
            met = met == null ? new Met(rate, now, 0) : new Met(rate, met.at(), met.carried());
        }
    }

    /// Counts last seconds: one that seems to last longer is of a host whose clock is wrong.
    private void left(Said.Fill.Left left, double amount, Instant now) {
        var isMuch = left.of().isPresent() && left.remaining() >= left.of().getAsLong() * LEFT_TO_SPREAD;
        var isSoon = left.reset().isAfter(now) && left.reset().isBefore(now.plus(RESET_MAX));
        if (isMuch || !isSoon) {
            spread = null;
            grow(amount, now);
            return;
        }
        tokens = Math.min(tokens, left.remaining());
        spread = new Spread(left.remaining() / seconds(now, left.reset()), left.reset());
    }

    /// What is not used up says nothing about whether more would be carried.
    private void grow(double amount, Instant now) {
        if (tokens > burst(now) / 2) {
            return;
        }
        var step = met == null ? 1 / UNLIMITED_GROWTH_SECONDS : met.step(rate, now);
        rate = Math.min(limit.maxPerSecond(), rate + step * amount);
    }

    private void slowTo(double wanted) {
        rate = Math.max(wanted, limit.startPerSecond() * RATE_MIN_OF_START);
    }

    /// How much may be saved up: after a limit was met little, because the host may save up less than we believe, and
    /// more the longer it is not met again.
    private double burst(Instant now) {
        if (met == null) {
            return limit.burst();
        }
        var saved = rate * (BURST_SECONDS + seconds(met.at(), now) / BURST_SECONDS_GROW_EVERY);
        return Math.min(limit.burst(), Math.max(saved, BATCH));
    }

    private void fill(Instant now) {
        if (now.isAfter(filledAt)) {
            tokens = Math.min(burst(now), tokens + comes(filledAt, now));
            filledAt = now;
        }
    }

    private double comes(Instant from, Instant to) {
        return spreading(from)
                .map(now -> {
                    var spreadTo = now.until().isBefore(to) ? now.until() : to;
                    return seconds(from, spreadTo) * Math.min(rate, now.perSecond()) + seconds(spreadTo, to) * rate;
                })
                .orElseGet(() -> seconds(from, to) * rate);
    }

    private double secondsFor(double missing, Instant now) {
        return spreading(now)
                .map(slow -> {
                    var perSecond = Math.min(rate, slow.perSecond());
                    var seconds = seconds(now, slow.until());
                    var comes = seconds * perSecond;
                    return missing <= comes ? missing / perSecond : seconds + (missing - comes) / rate;
                })
                .orElseGet(() -> missing / rate);
    }

    private Optional<Spread> spreading(Instant at) {
        return Optional.ofNullable(spread).filter(now -> now.until().isAfter(at));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
