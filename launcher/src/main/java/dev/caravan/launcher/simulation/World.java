package dev.caravan.launcher.simulation;

import dev.caravan.launcher.zone.ZoneFile;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        @Nullable String bittitanWorkgroup) {

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /// The zone that holds a name, the innermost one.
    ///
    /// @param name with its final dot
    public Optional<String> zoneOf(String name) {
        return zones.stream()
                .filter(zone -> ZoneFile.holds(zone + ".", name))
                .max(Comparator.comparingInt(String::length));
    }

    /// A tenant.
    ///
    /// @param id the Entra tenant id
    /// @param application with which a run signs in; null for an Exchange server
    public record Side(
            String id,
            String initialDomain,
            String displayName,
            @Nullable Application application) {}

    /// An application that is registered in a tenant.
    public record Application(String id, String credentialRef) {}

    /// The key that the zones are read and updated with.
    public record Tsig(String keyName, String algorithm, String credentialRef) {}

    /// Somebody of the customer who may act by hand.
    public record Person(String name, String credentialRef) {}
}
