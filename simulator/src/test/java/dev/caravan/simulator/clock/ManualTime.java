package dev.caravan.simulator.clock;

import java.time.Duration;
import java.time.Instant;

/// A machine whose time passes when a test says so.
final class ManualTime implements MachineTime {

    private long nanos = 17;
    private Instant date = Instant.parse("2031-05-06T07:08:09Z");

    void pass(Duration duration) {
        nanos += duration.toNanos();
        date = date.plus(duration);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return date;
    }
}
