package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes a verified domain below another one a root of its own.
///
/// Source: Microsoft Graph, domain: promote.
record DomainPromotion(Change change) {

    GraphAnswer promote(GraphRequest request) {
        String key = request.path().get(1);
        JsonLine domain = Domains.usable(change, key);
        if (!domain.isTrue("isVerified")) {
            throw GraphError.refused("The domain " + key + " is not verified; only verified domains can be promoted.");
        }
        if (domain.isTrue("isRoot")) {
            throw GraphError.refused("The domain " + key + " is a root domain already.");
        }
        change.replace(
                Kind.DOMAINS, domain, ((ObjectNode) domain.value()).deepCopy().put("isRoot", true));
        change.effect("domain %s is a root domain".formatted(Domains.name(domain)));
        return new GraphAnswer.Good(
                200,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("@odata.context", request.base() + "/$metadata#Edm.Boolean")
                        .put("value", true));
    }
}
