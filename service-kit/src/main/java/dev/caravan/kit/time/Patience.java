package dev.caravan.kit.time;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Waits of the machinery itself, for a broker, a registry or the clock's keeper: in real time, whatever the injected
/// clock says, because those live in real time.
public final class Patience {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Patience() {}

    /// Waits that long. An interrupt ends it early and stays set.
    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks again and again until something is there, but no longer than that. An interrupt ends it early.
    public static <T> Optional<T> await(Duration longest, Supplier<Optional<T>> look) {
        var end = System.nanoTime() + longest.toNanos();
        var seen = look.get();
        while (seen.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            pause(LOOK_EVERY);
            seen = look.get();
        }
        return seen;
    }
}
