package dev.caravan.kit.time;

import java.time.Duration;

/// Waits of the machinery itself, for a broker, a registry or the clock's keeper: in real time, whatever the injected
/// clock says, because those live in real time.
public final class Patience {

    private Patience() {}

    /// Waits that long. An interrupt ends it early and stays set.
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
