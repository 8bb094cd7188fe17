package dev.caravan.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The machine's clock: production.
final class MachinePace implements Pace {

    private final Pauses pauses = new Pauses();

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public void pause(Duration duration) {
        try (var _ = pauses.begin(instant().plus(duration))) {
            Patience.pause(duration);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return pauses.nextDue();
    }

    @Override
    public int pausing() {
        return pauses.count();
    }
}
