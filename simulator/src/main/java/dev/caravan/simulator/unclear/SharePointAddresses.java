package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What becomes of an `SPO:` address that somebody takes away.
public enum SharePointAddresses {
    /// Microsoft puts it back at once.
    @JsonProperty("put-back")
    PUT_BACK,
    @JsonProperty("removed")
    REMOVED
}
