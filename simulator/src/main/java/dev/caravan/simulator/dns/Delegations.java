package dev.caravan.simulator.dns;

import dev.caravan.simulator.dns.answer.Catalogue;
import dev.caravan.simulator.dns.resolve.Authorities;
import dev.caravan.simulator.dns.server.Fleet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;

/// The zones above all zones, as far as they delegate to servers of this simulator.
final class Delegations implements Authorities {

    private final Fleet fleet;
    private final Catalogue zones;

    Delegations(Fleet fleet) {
        this.fleet = fleet;
        this.zones = new Catalogue(fleet.zones());
    }

    @Override
    public Optional<Delegation> of(Name name) {
        return zones.closest(name).map(zone -> new Delegation(zone.origin(), servers(zone.origin())));
    }

    private List<Function<Message, Optional<Message>>> servers(Name zone) {
        return fleet.servers(zone).stream()
                .<Function<Message, Optional<Message>>>map(server -> server::ask)
                .toList();
    }
}
