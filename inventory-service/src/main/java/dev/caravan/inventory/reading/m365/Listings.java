package dev.caravan.inventory.reading.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.wire.Failures;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Collections of Graph, which are empty where the tenant does not even have what they belong to.
record Listings(Graph graph) {

    Outcome<List<ObjectNode>> whole(Listing listing, Call call) {
        var objects = graph.all(listing, call);
        return Failures.isFailure(objects, Failures.NOT_FOUND) ? Outcome.done(List.of()) : objects;
    }
}
