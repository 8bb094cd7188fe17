package dev.caravan.launcher.simulation;

import java.time.ZoneId;
import java.util.List;

/// A loaded world, as much of it as a run's creator has to know.
///
/// @param movingDomains what the run moves
/// @param zones all zones that the name servers serve
/// @param dnsAccount the remote account of its DNS host
public record World(
        String name,
        Side source,
        Side destination,
        List<String> movingDomains,
        List<String> zones,
        String timeZone,
        String dnsAccount,
        Tsig tsig,
        List<Person> persons,
        String bittitanWorkgroup) {

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /// A tenant.
    ///
    /// @param id the Entra tenant id
    public record Side(String id, String initialDomain, String displayName) {}

    /// The key that the zones are read and updated with.
    public record Tsig(String keyName, String algorithm, String credentialRef) {}

    /// Somebody of the customer who may act by hand.
    public record Person(String name, String credentialRef) {}
}
