package dev.caravan.simulator.mail;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// A letter that somebody in a tenant has written, for one of its readers.
///
/// @param id its own
/// @param tenant the id of the writer's tenant
/// @param message what it says, as Graph shows it to the reader
@JsonPropertyOrder({"id", "world", "tenant", "from", "to", "written", "message"})
public record Posted(
        String id, String world, String tenant, String from, String to, Instant written, JsonNode message) {}
