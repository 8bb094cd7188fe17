package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The units of a tenant's subscriptions, each of which licenses one user.
public record Units(Change change) {

    private static final String CONSUMED = "consumedUnits";

    public Optional<JsonLine> subscription(String skuId) {
        return change.tenant().all(Kind.SUBSCRIBED_SKUS).stream()
                .filter(sku -> sku.is("skuId", skuId))
                .findFirst();
    }

    /// Whether one more user can be licensed.
    public boolean areFree(JsonLine subscription) {
        JsonNode prepaid = subscription.value().path("prepaidUnits");
        return subscription.value().path(CONSUMED).asInt(0)
                < prepaid.path("enabled").asInt(0) + prepaid.path("warning").asInt(0);
    }

    public void consume(String skuId) {
        count(skuId, 1);
    }

    public void release(String skuId) {
        count(skuId, -1);
    }

    private void count(String skuId, int more) {
        subscription(skuId).ifPresent(subscription -> {
            int units = subscription.value().path(CONSUMED).asInt(0) + more;
            ObjectNode value = ((ObjectNode) subscription.value()).deepCopy();
            change.replace(Kind.SUBSCRIBED_SKUS, subscription, value.put(CONSUMED, Math.max(0, units)));
        });
    }
}
