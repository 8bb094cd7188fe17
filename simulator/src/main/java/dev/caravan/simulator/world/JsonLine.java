package dev.caravan.simulator.world;

import tools.jackson.databind.JsonNode;

/// One object of a JSON Lines file.
///
/// @param number the line, from 1
public record JsonLine(int number, JsonNode value) {}
