package dev.caravan.m365.governor;

import java.time.Duration;
import java.time.Instant;

/// What is known of the rate that a host carries, and how the rate at which it is asked moves below it.
///
/// A host throttles when its bucket is empty, so that from one time to the next it has carried just what it can. While
/// that is {@linkplain Sought sought}, each time tells it more exactly; once it is {@linkplain Found found}, it is
/// looked for in little steps, because hosts change.
sealed interface Ceiling {

    /// In a shorter time answers under way would count too much.
    double KNOWN_AFTER_SECONDS = 20;

    double BELOW_CARRIED = 0.95;

    /// So much more was carried, at that rate.
    Ceiling carrying(double amount, double rate, Instant now);

    /// By how much the rate grows with each that is carried.
    double step(double rate, Instant now);

    /// For how many seconds may be saved up.
    double burstSeconds(Instant now);

    /// Whether the host has throttled since: when it then throttles what was sent before, that tells nothing new.
    boolean isMetSince(Instant sentAt);

    /// The host throttled when it was asked at that rate.
    ///
    /// @param retryAfter for how long it asked to be left alone
    Slowed throttled(double rate, Instant now, Duration retryAfter);

    /// The host said that it is about there.
    Found said(double rate, Instant now);

    /// @param rate at which is asked from now on
    /// @param ceiling what is known then
    record Slowed(double rate, Ceiling ceiling) {}

    /// No limit was met yet: the rate doubles in seconds.
    record Unmet() implements Ceiling {

        private static final double GROWTH_SECONDS = 10;
        private static final double DECREASE = 0.5;

        @Override
        public Ceiling carrying(double amount, double rate, Instant now) {
            return this;
        }

        @Override
        public double step(double rate, Instant now) {
            return 1 / GROWTH_SECONDS;
        }

        @Override
        public double burstSeconds(Instant now) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public boolean isMetSince(Instant sentAt) {
            return false;
        }

        @Override
        public Slowed throttled(double rate, Instant now, Duration retryAfter) {
            return new Slowed(rate * DECREASE, Sought.from(now, retryAfter));
        }

        @Override
        public Found said(double rate, Instant now) {
            return new Found(rate, now, 0);
        }
    }

    /// A limit was met.
    sealed interface Met extends Ceiling {

        double BURST_SECONDS = 2;
        double BURST_SECONDS_GROW_EVERY = 10;

        /// When the host throttled last.
        Instant throttledAt();

        /// Few, because the host may save up less than we believe, and more the longer it is not met again.
        @Override
        default double burstSeconds(Instant now) {
            return BURST_SECONDS + between(throttledAt(), now) / BURST_SECONDS_GROW_EVERY;
        }

        @Override
        default boolean isMetSince(Instant sentAt) {
            return !sentAt.isAfter(throttledAt());
        }
    }

    /// A limit was met a moment ago. What was carried since says where it is: the rate may fall far at once, and grows
    /// back in a minute if that was too far.
    ///
    /// @param throttledAt when it throttled last
    /// @param askedAt when something was asked for last
    /// @param seconds since it throttled at first, pauses left out
    /// @param carried since it throttled at first
    /// @param isPaused whether nobody asked for anything for a while: then more may be carried than was
    record Sought(Instant throttledAt, Instant askedAt, double seconds, double carried, boolean isPaused)
            implements Met {

        private static final double GROWTH_SECONDS = 50;
        private static final double DECREASE_MOST = 0.1;
        private static final double DECREASE_LEAST = 0.8;
        /// At a low rate even batches that nobody holds back are further apart.
        private static final double PAUSE_SECONDS = 5;

        /// A host that asks to be left alone for longer carries no more for it.
        private static final double RETRY_AFTER_SECONDS_MAX = 20;

        static Sought from(Instant throttledAt, Duration retryAfter) {
            return new Sought(throttledAt, throttledAt, 0, 0, false).quiet(throttledAt, retryAfter);
        }

        private Sought quiet(Instant now, Duration retryAfter) {
            var until = now.plus(retryAfter);
            return new Sought(
                    now, until, seconds + Math.min(between(now, until), RETRY_AFTER_SECONDS_MAX), carried, isPaused);
        }

        private Sought asking(double amount, double rate, Instant now) {
            var pause = Math.max(PAUSE_SECONDS, Allowance.BATCH / rate);
            var since = Math.max(0, between(askedAt, now));
            return new Sought(
                    throttledAt,
                    now.isAfter(askedAt) ? now : askedAt,
                    seconds + Math.min(since, pause),
                    carried + amount,
                    isPaused || since > pause);
        }

        @Override
        public Ceiling carrying(double amount, double rate, Instant now) {
            return asking(amount, rate, now);
        }

        @Override
        public double step(double rate, Instant now) {
            return 1 / GROWTH_SECONDS;
        }

        @Override
        public Slowed throttled(double rate, Instant now, Duration retryAfter) {
            var met = asking(0, rate, now);
            var perSecond = (met.carried + 1) / met.seconds;
            var slowed = Math.clamp(perSecond * BELOW_CARRIED, rate * DECREASE_MOST, rate * DECREASE_LEAST);
            return new Slowed(slowed, met.next(Math.clamp(perSecond, slowed, rate), now, retryAfter));
        }

        private Ceiling next(double ceiling, Instant now, Duration retryAfter) {
            if (isPaused) {
                return from(now, retryAfter);
            }
            return seconds < KNOWN_AFTER_SECONDS ? quiet(now, retryAfter) : new Found(ceiling, now, 0);
        }

        @Override
        public Found said(double rate, Instant now) {
            return new Found(rate, now, 0);
        }
    }

    /// The limit as it was met last.
    ///
    /// @param ceiling where it is, as far as known
    /// @param carried what was carried since
    record Found(double ceiling, Instant throttledAt, double carried) implements Met {

        private static final double DECREASE_MOST = 0.8;
        private static final double DECREASE_LEAST = 0.95;
        private static final double STEP = 0.00003;
        private static final double STEP_DOUBLES_AFTER = 1000;
        private static final double STEP_PER_SECOND = 0.0005;
        private static final double STEP_PER_SECOND_DOUBLES_AFTER = 30;
        private static final double STEP_PER_SECOND_MAX = 0.01;

        @Override
        public Ceiling carrying(double amount, double rate, Instant now) {
            return new Found(ceiling, throttledAt, carried + amount);
        }

        /// In steps that what is throttled at the end of them is a small share of, however little or much a host
        /// carries.
        @Override
        public double step(double rate, Instant now) {
            var perSecond = STEP_PER_SECOND * (1 + between(throttledAt, now) / STEP_PER_SECOND_DOUBLES_AFTER);
            var each = STEP * (1 + carried / STEP_DOUBLES_AFTER);
            return ceiling * Math.min(each, Math.min(perSecond, STEP_PER_SECOND_MAX) / rate);
        }

        @Override
        public Slowed throttled(double rate, Instant now, Duration retryAfter) {
            var seconds = between(throttledAt, now);
            var isKnown = seconds >= KNOWN_AFTER_SECONDS;
            var perSecond = isKnown ? carried / seconds : 0;
            return new Slowed(
                    Math.clamp(perSecond * BELOW_CARRIED, rate * DECREASE_MOST, rate * DECREASE_LEAST),
                    new Found(isKnown ? Math.clamp(perSecond, rate * DECREASE_MOST, rate) : rate, now, 0));
        }

        @Override
        public Found said(double rate, Instant now) {
            return new Found(rate, throttledAt, carried);
        }
    }

    /// In seconds.
    private static double between(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
