package dev.caravan.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The one injected clock, and the only way to let time pass. Everything that asks for the time or waits does so here,
/// so that a rehearsal can run weeks in minutes without a deadline becoming untrue.
public interface Pace extends InstantSource {

    /// The machine's own clock, for what others judge by theirs: a signature's time is real in a rehearsal, too.
    static InstantSource ofMachine() {
        return new MachinePace();
    }

    /// Waits until that much time has passed on this clock. An interrupt ends it early and stays set.
    void pause(Duration duration);

    /// When the earliest of the pauses under way ends; empty while nobody pauses.
    Optional<Instant> nextDue();

    /// How many threads are pausing.
    int pausing();
}
