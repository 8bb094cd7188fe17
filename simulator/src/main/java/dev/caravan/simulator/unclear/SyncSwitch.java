package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether an application may switch the synchronisation of the directory, or only a person.
public enum SyncSwitch {
    @JsonProperty("forbidden")
    FORBIDDEN,
    @JsonProperty("allowed")
    ALLOWED
}
