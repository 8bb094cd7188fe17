package dev.caravan.simulator.journal;

import tools.jackson.databind.JsonNode;

/// One change of the simulator's state.
///
/// @param kind who recalls it, such as `clock` or `dns.zone`
/// @param data the change itself, as small as it can be
public record Entry(String kind, JsonNode data) {}
