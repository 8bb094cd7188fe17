package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// With what a tenant signs letters of its domains. A domain that comes back to a tenant has what it had there.
public final class SigningConfigs {

    public static final String DOMAIN = "Domain";
    public static final String ENABLED = "Enabled";

    private static final List<String> SELECTORS = List.of("selector1", "selector2");
    private static final int LETTERS = 26;

    private SigningConfigs() {}

    /// A key of a domain: its name in DNS, and the tenant's name for which that one has to stand.
    public record Key(DomainName name, String target) {}

    /// The keys of a configuration.
    public static List<Key> keys(JsonLine config) {
        return SELECTORS.stream()
                .flatMap(selector -> DomainName.find(
                        selector + "._domainkey." + config.text(DOMAIN).orElse(""))
                        .flatMap(name -> config.text(property(selector)).map(target -> new Key(name, target)))
                        .stream())
                .toList();
    }

    /// A domain gets a configuration, which does not sign yet.
    public static void create(Change change, DomainName domain) {
        Optional<JsonLine> former = find(change, Kind.DKIM_SIGNING_STATES, domain);
        former.ifPresent(state -> change.remove(Kind.DKIM_SIGNING_STATES, state));
        ObjectNode config = former.map(state -> ((ObjectNode) state.value()).deepCopy())
                .orElseGet(() -> config(change.tenant(), domain))
                .put(ENABLED, false);
        change.add(Kind.DKIM_SIGNING_CONFIGS, config);
    }

    public static Optional<JsonLine> of(Change change, DomainName domain) {
        return find(change, Kind.DKIM_SIGNING_CONFIGS, domain);
    }

    /// A domain takes its configuration along.
    static void leave(Change change, DomainName domain) {
        of(change, domain).ifPresent(config -> {
            change.remove(Kind.DKIM_SIGNING_CONFIGS, config);
            change.add(Kind.DKIM_SIGNING_STATES, (ObjectNode) config.value());
        });
    }

    private static Optional<JsonLine> find(Change change, Kind kind, DomainName domain) {
        return change.tenant().all(kind).stream()
                .filter(config -> config.is(DOMAIN, domain.text()))
                .findFirst();
    }

    private static ObjectNode config(Tenant tenant, DomainName domain) {
        ObjectNode config = JsonMapper.shared()
                .createObjectNode()
                .put("Identity", domain.text())
                .put(DOMAIN, domain.text())
                .put(ENABLED, false);
        SELECTORS.forEach(selector -> config.put(property(selector), target(tenant, domain, selector)));
        return config;
    }

    /// One of the two shapes that Microsoft gives, and in the newer one a letter; both drawn by the names of tenant and
    /// domain.
    private static String target(Tenant tenant, DomainName domain, String selector) {
        String initial = tenant.initialDomain().text();
        long drawn = UUID.nameUUIDFromBytes((tenant.id() + "/" + domain).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
        String suffix = drawn < 0
                ? initial
                : "%s.%c-v1.dkim.mail.microsoft"
                        .formatted(initial.substring(0, initial.indexOf('.')), 'a' + Math.floorMod(drawn, LETTERS));
        return "%s-%s._domainkey.%s".formatted(selector, domain.dashes(), suffix);
    }

    private static String property(String selector) {
        return "S" + selector.substring(1) + "CNAME";
    }
}
