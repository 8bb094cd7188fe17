package dev.caravan.simulator.world;

import java.util.Locale;

/// The side of a world that a tenant is on.
public enum Side {
    SOURCE,
    DESTINATION;

    /// The side's folder.
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
