package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes a verified domain: the default one, its services, whether it is federated.
record DomainPatch(Change change) {

    private static final Set<String> WRITABLE = Set.of("Email", "OfficeCommunicationsOnline", "Yammer");

    void apply(String key, JsonNode body) {
        JsonLine domain = Domains.usable(change, key);
        if (!domain.isTrue("isVerified")) {
            throw GraphError.refused("The domain " + key + " is not verified; only verified domains can be updated.");
        }
        for (String property : List.copyOf(body.propertyNames())) {
            JsonNode value = body.path(property);
            switch (property) {
                case "isDefault" -> makeDefault(Domains.usable(change, key), value);
                case "supportedServices" -> serve(Domains.usable(change, key), value);
                case "authenticationType" -> authenticate(Domains.usable(change, key), value);
                default -> throw GraphError.refused("Property '" + property + "' of domains cannot be set.");
            }
        }
    }

    private void makeDefault(JsonLine domain, JsonNode wanted) {
        if (!wanted.asBoolean(false)) {
            throw GraphError.badRequest("Of domains isDefault can only be set to true.");
        }
        if (domain.is("authenticationType", Domains.FEDERATED)) {
            throw GraphError.refused("A federated domain cannot be the default domain.");
        }
        if (!domain.isTrue("isDefault")) {
            for (JsonLine other : change.tenant().all(Kind.DOMAINS)) {
                change.replace(
                        Kind.DOMAINS,
                        other,
                        ((ObjectNode) other.value()).deepCopy().put("isDefault", other.line() == domain.line()));
            }
            change.effect(
                    "domain %s is the default one".formatted(domain.text("id").orElse("")));
        }
    }

    /// The list says which of the writable services the domain has; what else it has stays.
    private void serve(JsonLine domain, JsonNode wanted) {
        Set<String> services = new LinkedHashSet<>(domain.texts("supportedServices"));
        services.removeAll(WRITABLE);
        if (!wanted.isArray()) {
            throw GraphError.badRequest("supportedServices must be a list.");
        }
        for (JsonNode service : wanted) {
            if (!WRITABLE.contains(service.asString(""))) {
                throw GraphError.refused(
                        "Invalid value specified for property 'supportedServices' of resource 'Domain':"
                                + " only Email, OfficeCommunicationsOnline and Yammer can be added or removed.");
            }
            services.add(service.asString());
        }
        if (!services.equals(Set.copyOf(domain.texts("supportedServices")))) {
            ObjectNode value = ((ObjectNode) domain.value()).deepCopy();
            ArrayNode list = value.putArray("supportedServices");
            services.forEach(list::add);
            change.replace(Kind.DOMAINS, domain, value);
            change.effect(
                    "domain %s: its services are %s".formatted(domain.text("id").orElse(""), services));
        }
    }

    private void authenticate(JsonLine domain, JsonNode wanted) {
        if (!wanted.asString("").equals(Domains.MANAGED)) {
            throw GraphError.refused("A domain can be made managed here, nothing else.");
        }
        if (domain.is("authenticationType", Domains.FEDERATED)) {
            change.replace(
                    Kind.DOMAINS,
                    domain,
                    ((ObjectNode) domain.value()).deepCopy().put("authenticationType", Domains.MANAGED));
            change.effect("domain %s: authenticationType was Federated and is Managed"
                    .formatted(domain.text("id").orElse("")));
        }
    }
}
