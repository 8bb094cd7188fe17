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
    double BURST_SECONDS = 2;
    double BURST_SECONDS_GROW_EVERY = 10;

    /// So much more was carried.
    Ceiling carrying(double amount);

    /// By how much the rate grows with each that is carried.
    double step(double rate, Instant now);

    /// For how many seconds may be saved up: after a limit was met few, because the host may save up less than we
    /// believe, and more the longer it is not met again.
    double burstSeconds(Instant now);

    /// Whether the host has throttled since: when it then throttles what was sent before, that tells nothing new.
    boolean isMetSince(Instant sentAt);

    /// The host throttled when it was asked at that rate.
    Slowed throttled(double rate, Instant now);

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
        public Ceiling carrying(double amount) {
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
        public Slowed throttled(double rate, Instant now) {
            return new Slowed(rate * DECREASE, new Sought(now, now, 0));
        }

        @Override
        public Found said(double rate, Instant now) {
            return new Found(rate, now, 0);
        }
    }

    /// A limit was met a moment ago. What was carried since says where it is: the rate may fall far at once, and grows
    /// back in a minute if that was too far.
    ///
    /// @param since when it throttled at first
    /// @param throttledAt when it throttled last
    /// @param carried since it throttled at first
    record Sought(Instant since, Instant throttledAt, double carried) implements Ceiling {

        private static final double GROWTH_SECONDS = 50;
        private static final double DECREASE_MOST = 0.1;
        private static final double DECREASE_LEAST = 0.8;
        /// The rate would have grown back since, had anybody asked for so much.
        private static final double IDLE_AFTER_SECONDS = 120;

        @Override
        public Ceiling carrying(double amount) {
            return new Sought(since, throttledAt, carried + amount);
        }

        @Override
        public double step(double rate, Instant now) {
            return 1 / GROWTH_SECONDS;
        }

        @Override
        public double burstSeconds(Instant now) {
            return BURST_SECONDS + seconds(throttledAt, now) / BURST_SECONDS_GROW_EVERY;
        }

        @Override
        public boolean isMetSince(Instant sentAt) {
            return !sentAt.isAfter(throttledAt);
        }

        @Override
        public Slowed throttled(double rate, Instant now) {
            if (seconds(throttledAt, now) > IDLE_AFTER_SECONDS) {
                return new Unmet().throttled(rate, now);
            }
            var seconds = seconds(since, now);
            var perSecond = (carried + 1) / seconds;
            var slowed = Math.clamp(perSecond * BELOW_CARRIED, rate * DECREASE_MOST, rate * DECREASE_LEAST);
            return new Slowed(
                    slowed,
                    seconds < KNOWN_AFTER_SECONDS
                            ? new Sought(since, now, carried)
                            : new Found(Math.clamp(perSecond, slowed, rate), now, 0));
        }

        @Override
        public Found said(double rate, Instant now) {
            return new Found(rate, throttledAt, carried);
        }
    }

    /// The limit as it was met last.
    ///
    /// @param ceiling where it is, as far as known
    /// @param carried what was carried since
    record Found(double ceiling, Instant at, double carried) implements Ceiling {

        private static final double DECREASE_MOST = 0.8;
        private static final double DECREASE_LEAST = 0.95;
        private static final double STEP = 0.00003;
        private static final double STEP_DOUBLES_AFTER = 1000;
        private static final double STEP_PER_SECOND = 0.0005;
        private static final double STEP_PER_SECOND_DOUBLES_AFTER = 30;
        private static final double STEP_PER_SECOND_MAX = 0.01;

        @Override
        public Ceiling carrying(double amount) {
            return new Found(ceiling, at, carried + amount);
        }

        /// In steps that what is throttled at the end of them is a small share of, however little or much a host
        /// carries.
        @Override
        public double step(double rate, Instant now) {
            var perSecond = STEP_PER_SECOND * (1 + seconds(at, now) / STEP_PER_SECOND_DOUBLES_AFTER);
            var each = STEP * (1 + carried / STEP_DOUBLES_AFTER);
            return ceiling * Math.min(each, Math.min(perSecond, STEP_PER_SECOND_MAX) / rate);
        }

        @Override
        public double burstSeconds(Instant now) {
            return BURST_SECONDS + seconds(at, now) / BURST_SECONDS_GROW_EVERY;
        }

        @Override
        public boolean isMetSince(Instant sentAt) {
            return !sentAt.isAfter(at);
        }

        @Override
        public Slowed throttled(double rate, Instant now) {
            var seconds = seconds(at, now);
            var isKnown = seconds >= KNOWN_AFTER_SECONDS;
            var perSecond = isKnown ? carried / seconds : 0;
            return new Slowed(
                    Math.clamp(perSecond * BELOW_CARRIED, rate * DECREASE_MOST, rate * DECREASE_LEAST),
                    new Found(isKnown ? Math.clamp(perSecond, rate * DECREASE_MOST, rate) : rate, now, 0));
        }

        @Override
        public Found said(double rate, Instant now) {
            return new Found(rate, at, carried);
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
