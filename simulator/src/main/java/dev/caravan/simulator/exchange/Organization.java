package dev.caravan.simulator.exchange;

import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
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

    List<ObjectNode> acceptedDomains() {
        return tenant.all(Kind.ACCEPTED_DOMAINS).isEmpty()
                ? tenant.all(Kind.DOMAINS).stream()
                        .filter(this::isAccepted)
                        .map(Organization::accepted)
                        .toList()
                : all(Kind.ACCEPTED_DOMAINS);
    }

    private boolean isAccepted(JsonLine domain) {
        return domain.text("id")
                .flatMap(DomainName::find)
                .filter(tenant.acceptedDomains()::contains)
                .isPresent();
    }

    private static ObjectNode accepted(JsonLine domain) {
        String name = domain.text("id").orElse("");
        return JsonMapper.shared()
                .createObjectNode()
                .put("Identity", name)
                .put("Name", name)
                .put("DomainName", name)
                .put("DomainType", "Authoritative")
                .put("MatchSubDomains", false)
                .put("Default", domain.isTrue("isDefault"))
                .put("InitialDomain", domain.isTrue("isInitial"));
    }

    List<ObjectNode> all(Kind kind) {
        return tenant.all(kind).stream()
                .map(line -> ((ObjectNode) line.value()).deepCopy())
                .toList();
    }
}
