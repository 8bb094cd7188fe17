package dev.caravan.launcher.simulation;

import java.time.Instant;

/// The simulated clock at one look.
///
/// @param speed simulated seconds per second
/// @param epoch grows with each start and skip
public record Clock(Instant now, double speed, long epoch, boolean running) {}
