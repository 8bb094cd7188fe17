package dev.caravan.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.journal.Journal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lets the tests of other packages skip, on a machine whose own time stands still.
public record ClockTestAccess(SimulatedClock clock, Agenda agenda) {

    private static final ThreadLocal<@Nullable SimulatedClock> LAST = new ThreadLocal<>();

    public static SimulatedClock slow(Instant start, Journal journal) {
        SimulatedClock clock = new SimulatedClock(start, 60, journal, new ManualTime());
        LAST.set(clock);
        return clock;
    }

    /// The clock that this thread made last.
    public static SimulatedClock last() {
        return java.util.Objects.requireNonNull(LAST.get());
    }

    public void skip(Instant to) {
        clock.start();
        assertThat(agenda.skip(to, clock.reading().epoch())).isTrue();
    }
}
