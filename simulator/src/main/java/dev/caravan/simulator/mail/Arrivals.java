package dev.caravan.simulator.mail;

import java.time.Instant;

/// Where letters go that somebody in a tenant has written and that have reached a tenant.
@FunctionalInterface
public interface Arrivals {

    /// A letter has arrived; it may be told twice.
    ///
    /// @param tenant the id of the tenant that took it
    void arrived(String tenant, Posted letter, Instant now);
}
