package dev.caravan.kit.time;

import java.time.Duration;
import java.time.InstantSource;

/// The one injected clock, and the only way to let time pass. Everything that asks for the time or waits does so here,
/// so that a rehearsal can run weeks in minutes without a deadline becoming untrue.
public interface Pace extends InstantSource {

    /// Waits until that much time has passed on this clock. An interrupt ends it early and stays set.
    void pause(Duration duration);
}
