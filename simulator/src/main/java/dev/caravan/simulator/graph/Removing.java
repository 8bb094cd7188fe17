package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Departure;
import dev.caravan.simulator.world.JsonLine;

/// Deletes users and groups.
record Removing(Change change) {

    void user(String key) {
        JsonLine user = new Entities(change).user(key);
        Entities.requireMasteredHere(user);
        new Departure(change).ofUser(user);
    }

    void group(String id) {
        JsonLine group = new Entities(change).group(id);
        Entities.requireMasteredHere(group);
        Entities.requireNotExchanges(group);
        new Departure(change).ofGroup(group);
    }
}
