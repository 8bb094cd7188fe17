package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Tenants;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Adds a domain to a tenant. Whose it is does not matter yet, unless a domain above it tells.
@Component
final class DomainAdding {

    private static final int UNVERIFIED_MAX = 100;
    private static final int DOMAINS_MAX = 5000;
    private static final int FEDERATED_MAX = 2500;
    /// Two labels at least, the last of which is no number; Microsoft's own names are not to be had.
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9-]{2,}");

    private static final DomainName MICROSOFT = DomainName.parse("onmicrosoft.com");

    private final Tenants tenants;
    private final Later later;

    DomainAdding(Tenants tenants, Later later) {
        this.tenants = tenants;
        this.later = later;
    }

    GraphAnswer add(Change change, GraphRequest request) {
        DomainName name = name(request.body());
        if (change.tenant().all(Kind.DOMAINS).stream().anyMatch(domain -> domain.is("id", name.text()))) {
            throw GraphError.conflict("id");
        }
        if (change.tenant().all(Kind.DOMAINS).size() >= DOMAINS_MAX) {
            throw GraphError.refused("You have reached the maximum number of " + DOMAINS_MAX + " domains.");
        }
        Optional<JsonLine> root = root(change, name);
        if (root.isEmpty() && unverified(change) >= UNVERIFIED_MAX) {
            throw GraphError.refused(
                    "You have reached the maximum number of " + UNVERIFIED_MAX + " unverified domains.");
        }
        ObjectNode domain = domain(name, root);
        if (isFederated(domain) && federated(change) >= FEDERATED_MAX) {
            throw GraphError.refused("You have reached the maximum number of " + FEDERATED_MAX + " federated domains.");
        }
        change.add(Kind.DOMAINS, domain);
        change.effect("domain %s is added".formatted(name));
        if (root.isPresent()) {
            later.accept(change, name);
        }
        return new GraphAnswer.Good(201, Domains.entity(request, domain));
    }

    private static DomainName name(JsonNode body) {
        body.propertyNames().stream()
                .filter(property -> !property.equals("id"))
                .findFirst()
                .ifPresent(other -> {
                    throw GraphError.refused("Property '" + other + "' cannot be set when a domain is added.");
                });
        String written = body.path("id").asString("").toLowerCase(Locale.ROOT);
        return DomainName.find(written)
                .filter(name -> NAME.matcher(written).matches() && !MICROSOFT.holds(name))
                .orElseThrow(
                        () -> GraphError.refused("Invalid value specified for property 'id' of resource 'Domain'."));
    }

    /// The verified domain above a new one that nobody else has verified.
    private Optional<JsonLine> root(Change change, DomainName name) {
        if (tenants.withDomain(name).isPresent()) {
            return Optional.empty();
        }
        return change.tenant().all(Kind.DOMAINS).stream()
                .filter(domain -> change.tenant().usableDomains().contains(Domains.name(domain)))
                .filter(domain ->
                        !domain.isTrue("isInitial") && Domains.name(domain).holds(name))
                .findFirst();
    }

    private static long unverified(Change change) {
        return change.tenant().all(Kind.DOMAINS).stream()
                .filter(domain -> !domain.isTrue("isVerified"))
                .count();
    }

    private static long federated(Change change) {
        return change.tenant().all(Kind.DOMAINS).stream()
                .filter(domain -> isFederated(domain.value()))
                .count();
    }

    private static boolean isFederated(JsonNode domain) {
        return domain.path("authenticationType").asString("").equals(Domains.FEDERATED);
    }

    private static ObjectNode domain(DomainName name, Optional<JsonLine> root) {
        ObjectNode domain = JsonMapper.shared()
                .createObjectNode()
                .put("id", name.text())
                .put("isInitial", false)
                .put("isDefault", false)
                .put("isVerified", root.isPresent())
                .put("isRoot", false)
                .put("isAdminManaged", true)
                .put(
                        "authenticationType",
                        root.flatMap(above -> above.text("authenticationType")).orElse(Domains.MANAGED));
        domain.putArray("supportedServices");
        return domain;
    }
}
