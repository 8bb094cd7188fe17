package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How Exchange cuts the answers of cmdlets that know `ResultSize`; both were measured.
public enum Pages {
    /// Without `ResultSize` one row comes, with a warning and a link; a number is a page's size.
    @JsonProperty("first-alone")
    FIRST_ALONE,
    /// `ResultSize` means nothing: pages have the size that `Prefer` asks for, and no warning comes.
    @JsonProperty("by-size")
    BY_SIZE
}
