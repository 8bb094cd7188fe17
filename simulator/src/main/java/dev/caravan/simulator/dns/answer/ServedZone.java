package dev.caravan.simulator.dns.answer;

import dev.caravan.simulator.dns.zone.History;
import dev.caravan.simulator.dns.zone.Zone;
import java.util.Optional;
import org.xbill.DNS.Name;

/// A zone at one name server.
public interface ServedZone {

    /// The zone's name.
    Name origin();

    /// What the server holds of it; empty if its copy is too old to be trusted.
    Optional<Version> version();

    /// A version and how it came to be.
    ///
    /// @param history the latest changes, the last of which led to this version
    record Version(Zone zone, History history) {}
}
