package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether domains can be removed by force, which the tenant does not show.
public enum Force {
    @JsonProperty("allowed")
    ALLOWED,
    /// The caller is a partner of the tenant's owner.
    @JsonProperty("partner")
    PARTNER,
    /// All domains were bought through Microsoft 365, so nothing removes them.
    @JsonProperty("purchased")
    PURCHASED
}
