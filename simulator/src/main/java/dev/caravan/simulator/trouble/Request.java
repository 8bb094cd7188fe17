package dev.caravan.simulator.trouble;

import dev.caravan.simulator.faults.Fault;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.tenants.Place;

/// A request to an API of a tenant.
record Request(Place place, Api api) {

    boolean isMeant(Fault fault) {
        return fault.means("world", place.world())
                && fault.means("tenant", place.tenant().id())
                && fault.means("api", api.name());
    }
}
