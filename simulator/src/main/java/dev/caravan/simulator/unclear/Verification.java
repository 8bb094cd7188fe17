package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;

/// When a domain is verified whose proof is there.
public enum Verification {
    /// `AvailableImmediately`.
    @JsonProperty("immediate")
    IMMEDIATE,
    /// `EmailVerifiedDomainTakeoverScheduled`: people of the domain have made themselves a tenant,
    /// which has to give it up first.
    @JsonProperty("takeover")
    TAKEOVER
}
