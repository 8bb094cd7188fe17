package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether `domainNameReferences` shows what was deleted and can come back, which keeps a domain either way.
public enum DeletedReferences {
    @JsonProperty("hidden")
    HIDDEN,
    @JsonProperty("listed")
    LISTED
}
