package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a domain says of itself while its tenant gives it up.
public enum Removal {
    /// `InProgress` until it is gone.
    @JsonProperty("in-progress")
    IN_PROGRESS,
    /// `Scheduled` for the first half of the time.
    @JsonProperty("scheduled")
    SCHEDULED,
    /// `Failed` in the end, and it stays.
    @JsonProperty("failing")
    FAILING
}
