package dev.caravan.simulator.faults;

import java.util.Set;

/// The kinds of faults that a part of the simulator can produce; a bean of each such part.
public record FaultKinds(Set<String> names) {}
