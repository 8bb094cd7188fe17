package dev.caravan.simulator.dns.answer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;

/// The zones of one name server.
public final class Catalogue {

    private final Map<Name, ServedZone> zones;

    /// Zones of different names.
    public Catalogue(Collection<? extends ServedZone> zones) {
        Map<Name, ServedZone> byName = new HashMap<>();
        zones.forEach(zone -> byName.put(zone.origin(), zone));
        this.zones = Map.copyOf(byName);
    }

    /// The zone of exactly this name.
    public Optional<ServedZone> find(Name origin) {
        return Optional.ofNullable(zones.get(origin));
    }

    /// The zone that a name lies in; of nested ones the innermost.
    public Optional<ServedZone> closest(Name name) {
        for (int cut = 0; cut <= name.labels(); cut++) {
            ServedZone zone = zones.get(cut == name.labels() ? Name.root : new Name(name, cut));
            if (zone != null) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }
}
