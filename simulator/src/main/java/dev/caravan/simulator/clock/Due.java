package dev.caravan.simulator.clock;

import java.time.Instant;
import java.util.Optional;

/// A part of the simulator in which something that was asked for happens later, by itself.
///
/// What happens whether anybody asks or not, such as letters, is on the agenda, but does not count here: a clock that
/// may
/// skip must not stop for it.
@FunctionalInterface
public interface Due {

    /// The simulated instant at which it will happen next; empty if nothing is under way.
    Optional<Instant> next();
}
