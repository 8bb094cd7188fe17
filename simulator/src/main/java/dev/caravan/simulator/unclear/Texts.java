package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The words and codes of errors that nobody has confirmed.
public enum Texts {
    /// As the tools of the older generation and Microsoft's articles have them.
    @JsonProperty("documented")
    DOCUMENTED,
    /// Others that mean the same.
    @JsonProperty("reworded")
    REWORDED
}
