package dev.caravan.simulator.mail;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// Where letters go that have reached a tenant.
@FunctionalInterface
public interface Arrivals {

    /// A letter has arrived; it may be told twice.
    ///
    /// @param tenant the id of the tenant that took it
    /// @param to the reader's address
    /// @param message what it says, as Graph shows it to the reader
    void arrived(String tenant, String to, JsonNode message, Instant now);
}
