package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Finds the domains of a tenant that a request is about.
final class Domains {

    static final String FEDERATED = "Federated";
    static final String MANAGED = "Managed";

    private Domains() {}

    /// A domain that is not on its way out.
    static JsonLine usable(Change change, String key) {
        JsonLine domain = change.tenant().all(Kind.DOMAINS).stream()
                .filter(one -> one.is("id", key))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(key));
        if (change.tenant().isLeaving(name(domain))) {
            throw GraphError.refused("The domain " + name(domain) + " is being removed.");
        }
        return domain;
    }

    /// A domain as it is answered after a change.
    static ObjectNode entity(GraphRequest request, ObjectNode domain) {
        ObjectNode entity = JsonMapper.shared()
                .createObjectNode()
                .put("@odata.context", request.base() + "/$metadata#domains/$entity");
        entity.setAll(domain);
        return entity;
    }

    static DomainName name(JsonLine domain) {
        return DomainName.parse(domain.text("id").orElseThrow());
    }
}
