package dev.caravan.simulator.names;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What becomes of a name to sign in with among the addresses of the mailbox.
public enum Following {
    /// One more address.
    @JsonProperty("another")
    ANOTHER,
    /// The primary address, at once.
    @JsonProperty("primary")
    PRIMARY,
    /// One more address, and the primary one some time later.
    @JsonProperty("late")
    LATE
}
