package dev.caravan.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// A reading tied to this process's monotonic clock: what the time is until the next reading.
///
/// @param nanos the monotonic clock when the reading was taken
record Anchor(Reading reading, long nanos) {

    private static final double NANOS_PER_SECOND = 1e9;

    Instant at(long nanosNow) {
        return reading.running() ? reading.now().plus(scaled(nanosNow - nanos, reading.speed())) : reading.now();
    }

    /// How long this process has to wait for that instant; empty while the clock stands still.
    OptionalLong nanosUntil(Instant due, long nanosNow) {
        if (!reading.running()) {
            return OptionalLong.empty();
        }
        var seconds = seconds(Duration.between(at(nanosNow), due)) / reading.speed();
        return OptionalLong.of((long) Math.ceil(Math.max(0, seconds) * NANOS_PER_SECOND));
    }

    /// Takes the later of two readings of one epoch, because what is read late is read too early.
    Anchor orLater(Anchor other) {
        var sameCourse = other.reading.epoch() == reading.epoch() && other.reading.running() == reading.running();
        return sameCourse && at(other.nanos).isAfter(other.reading.now()) ? this : other;
    }

    private static Duration scaled(long elapsedNanos, double speed) {
        var seconds = elapsedNanos / NANOS_PER_SECOND * speed;
        var whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, (long) ((seconds - whole) * NANOS_PER_SECOND));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS_PER_SECOND;
    }
}
