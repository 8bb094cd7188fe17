package dev.caravan.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The interface that a call came in by.
public enum Api {
    @JsonProperty("dns")
    DNS,
    @JsonProperty("dns-portal")
    DNS_PORTAL,
    @JsonProperty("graph")
    GRAPH,
    @JsonProperty("exchange")
    EXCHANGE,
    @JsonProperty("login")
    LOGIN,
    @JsonProperty("bittitan")
    BITTITAN
}
