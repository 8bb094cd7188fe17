package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes what a group that the directory masters says of itself; its addresses are Exchange's.
record GroupPatch(Change change) {

    private static final String GROUP = "Group";
    private static final String SHOWN = "displayName";
    private static final Set<String> OF_EXCHANGE = Set.of("mail", "proxyAddresses");

    void apply(String id, JsonNode body) {
        JsonLine group = new Entities(change).group(id);
        Entities.requireMasteredHere(group);
        Entities.requireNotExchanges(group);
        ObjectNode value = ((ObjectNode) group.value()).deepCopy();
        for (String property : body.propertyNames()) {
            if (OF_EXCHANGE.contains(property)) {
                throw GraphError.refused("Property '" + property + "' is read-only and cannot be set.");
            }
            if (!property.equals(SHOWN) && !property.equals("description")) {
                throw GraphError.badRequest("Property '" + property + "' of groups is not simulated.");
            }
            value.put(property, Entities.text(body, property, GROUP));
        }
        if (!value.equals(group.value())) {
            change.replace(Kind.GROUPS, group, value);
            change.effect("group %s: %s".formatted(id, body));
            change.recipients()
                    .withId(id)
                    .filter(_ -> body.has(SHOWN))
                    .ifPresent(recipient -> change.replace(
                            recipient.kind(),
                            recipient.object(),
                            ((ObjectNode) recipient.object().value())
                                    .deepCopy()
                                    .put("DisplayName", body.path(SHOWN).asString())));
        }
    }
}
