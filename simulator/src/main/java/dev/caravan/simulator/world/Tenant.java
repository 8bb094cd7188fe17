package dev.caravan.simulator.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A tenant as it was loaded.
///
/// @param description `tenant.json`
/// @param objects by kind, such as `graph/users`; the lines of that file
public record Tenant(Side side, JsonNode description, Map<String, List<JsonLine>> objects) {

    /// The Entra tenant id.
    public String id() {
        return description.path("id").asString();
    }

    /// The domain that the tenant began with.
    public DomainName initialDomain() {
        return DomainName.parse(description.path("initialDomain").asString());
    }

    /// The organisation's name.
    public String displayName() {
        return description.path("displayName").asString("");
    }

    /// The organisation's time zone, if the world says it.
    public @Nullable String timeZone() {
        return description.path("timeZone").isString()
                ? description.path("timeZone").asString()
                : null;
    }

    /// How the name of the host that takes a domain's mail is formed.
    public String mailHostPattern() {
        return description.path("mailHostPattern").asString("");
    }

    /// All objects of a kind, none if there is no such file.
    public List<JsonLine> all(String kind) {
        return objects.getOrDefault(kind, List.of());
    }

    /// The verified domains, the initial one among them, in the order of the file.
    public List<DomainName> verifiedDomains() {
        return all("graph/domains").stream()
                .map(JsonLine::value)
                .filter(domain -> domain.path("isVerified").asBoolean(false))
                .map(domain -> DomainName.parse(domain.path("id").asString()))
                .toList();
    }
}
