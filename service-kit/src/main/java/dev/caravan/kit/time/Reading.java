package dev.caravan.kit.time;

import java.time.Instant;

/// What the clock's keeper answers.
///
/// @param now the simulated instant
/// @param speed simulated seconds per second while running
/// @param epoch grows with each start and skip
/// @param running false: the clock stands still
record Reading(Instant now, double speed, long epoch, boolean running) {

    Reading {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed: must be above 0, is " + speed);
        }
    }
}
