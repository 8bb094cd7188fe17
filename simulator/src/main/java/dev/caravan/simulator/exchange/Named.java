package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Recipients;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Set;

/// Whom the caller of a cmdlet names: one recipient, or the call fails.
record Named(Place place) {

    /// Of any kind.
    Recipient one(String identity) {
        return one(identity, Set.copyOf(Recipients.KINDS));
    }

    Recipient one(String identity, Kind kind) {
        return one(identity, Set.of(kind));
    }

    Recipient one(String identity, Set<Kind> kinds) {
        List<Recipient> found = place.recipients().named(identity).stream()
                .filter(recipient -> kinds.contains(recipient.kind()))
                .toList();
        return switch (found.size()) {
            case 0 -> throw CmdletError.notFound(identity, Mailboxes.server(place.tenant()));
            case 1 -> found.getFirst();
            default -> throw CmdletError.ambiguous(identity);
        };
    }
}
