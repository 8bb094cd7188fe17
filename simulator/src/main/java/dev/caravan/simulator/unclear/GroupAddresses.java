package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What becomes of an address that is taken away from a Microsoft 365 group.
public enum GroupAddresses {
    /// It is gone everywhere.
    @JsonProperty("removed")
    REMOVED,
    /// Exchange forgets it, and the directory keeps it until the group is deleted for good.
    @JsonProperty("lingering")
    LINGERING,
    /// An address policy gives the group its alias in that domain again.
    @JsonProperty("recreated")
    RECREATED
}
