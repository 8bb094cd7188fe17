package dev.caravan.m365.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of one thing may be asked for: a bucket that fills at a learnt rate.
///
/// The rate grows with what is carried and falls when the host throttles, as the {@linkplain Ceiling ceiling} says. It
/// never falls below a fifth of what was tried at first: a host that throttles at random, whatever it is asked, would
/// bring everything to a standstill, and one that really carries less than that says for how long to stay away.
final class Allowance {

    /// The largest.
    static final double BATCH = 20;
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
    private Ceiling ceiling = new Ceiling.Unmet();

    /// What is left of a host's count, to be spread until it starts anew.
    private record Spread(double perSecond, Instant until) {}

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
        ceiling = ceiling.carrying(amount, rate, now);
        switch (fill) {
            case Said.Fill.Unsaid() -> used(0, amount, now);
            case Said.Fill.Used(var share) -> used(share, amount, now);
            case Said.Fill.Left left -> left(left, amount, now);
        }
    }

    /// The host throttled what was sent at that time. What was sent before it throttled last tells nothing new.
    ///
    /// @param retryAfter for how long it asked to be left alone
    void throttled(Instant sentAt, Instant now, Duration retryAfter) {
        fill(now);
        tokens = Math.min(tokens, 0);
        if (ceiling.isMetSince(sentAt)) {
            return;
        }
        var slowed = ceiling.throttled(rate, now, retryAfter);
        slowTo(slowed.rate());
        ceiling = slowed.ceiling();
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
            ceiling = ceiling.said(rate, now);
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
        rate = Math.min(limit.maxPerSecond(), rate + ceiling.step(rate, now) * amount);
    }

    private void slowTo(double wanted) {
        rate = Math.max(wanted, limit.startPerSecond() * RATE_MIN_OF_START);
    }

    /// How much may be saved up.
    private double burst(Instant now) {
        return Math.min(limit.burst(), Math.max(rate * ceiling.burstSeconds(now), BATCH));
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
