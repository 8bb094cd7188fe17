package dev.caravan.simulator.exchange;

import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What a tenant has one of, and lists that hang on nobody.
record Organization(Tenant tenant) {

    private static final String ALLOWED = "EwsAllowedAppIDs";

    /// Which programs may use EWS is shown only to whoever asks for it.
    List<ObjectNode> config(Cmdlet cmdlet) {
        return tenant.all(Kind.ORGANIZATION_CONFIG).stream()
                .map(config -> ((ObjectNode) config.value()).deepCopy())
                .map(config -> config.has(ALLOWED) && !cmdlet.isSet("RetrieveEwsOperationAccessPolicy")
                        ? config.putNull(ALLOWED)
                        : config)
                .toList();
    }

    List<ObjectNode> all(Kind kind) {
        return tenant.all(kind).stream()
                .map(line -> ((ObjectNode) line.value()).deepCopy())
                .toList();
    }
}
