package dev.caravan.simulator.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A tenant as it was loaded.
///
/// @param cloud false where the side is an Exchange server, on premises or hosted
/// @param description `tenant.json`
/// @param objects every object by its kind, in the order of the file
public record Tenant(Side side, boolean cloud, JsonNode description, Map<Kind, List<JsonLine>> objects) {

    /// The Entra tenant id, in lower case.
    public String id() {
        return description.path("id").asString().toLowerCase(Locale.ROOT);
    }

    /// The domain that the tenant began with.
    public DomainName initialDomain() {
        return DomainName.parse(description.path("initialDomain").asString());
    }

    /// The domain that new names get where none is named.
    public DomainName defaultDomain() {
        return all(Kind.DOMAINS).stream()
                .filter(domain -> domain.isTrue("isDefault"))
                .flatMap(domain -> domain.text("id").flatMap(DomainName::find).stream())
                .findFirst()
                .orElseGet(this::initialDomain);
    }

    /// The organisation's name.
    public String displayName() {
        return description.path("displayName").asString("");
    }

    /// The organisation's time zone; UTC if the world does not say it.
    public String timeZone() {
        return description.path("timeZone").asString("UTC");
    }

    /// The host that takes a domain's mail for this tenant, if it takes any.
    public Optional<DomainName> mailHost(DomainName domain) {
        String pattern = description.path("mailHostPattern").asString("");
        return DomainName.find(pattern.replace("{dashes}", domain.dashes()));
    }

    /// The file that a kind's objects stand in, relative to the world's folder.
    public String file(Kind kind) {
        return all(kind).isEmpty() ? kind.path(side) : all(kind).getFirst().file();
    }

    /// This tenant with other objects of a kind.
    public Tenant with(Kind kind, List<JsonLine> all) {
        Map<Kind, List<JsonLine>> others = new EnumMap<>(Kind.class);
        others.putAll(objects);
        others.put(kind, List.copyOf(all));
        return new Tenant(side, cloud, description, others);
    }

    /// All objects of a kind, none if there is no such file.
    public List<JsonLine> all(Kind kind) {
        return objects.getOrDefault(kind, List.of());
    }

    /// The verified domains, the initial one among them, in the order of the file; of an Exchange server without a
    /// directory the accepted ones.
    public List<DomainName> verifiedDomains() {
        List<DomainName> verified = all(Kind.DOMAINS).stream()
                .filter(domain -> domain.isTrue("isVerified"))
                .flatMap(domain -> domain.text("id").flatMap(DomainName::find).stream())
                .toList();
        return verified.isEmpty() ? acceptedDomains() : verified;
    }

    /// The verified domains that are not on their way out of the tenant.
    public List<DomainName> usableDomains() {
        return verifiedDomains().stream().filter(domain -> !isLeaving(domain)).toList();
    }

    /// True while a domain is being removed, whether that will succeed or not.
    public boolean isLeaving(DomainName domain) {
        return awaits(domain, DomainEvent.RELEASE) || awaits(domain, DomainEvent.FAILURE);
    }

    /// True if nobody else can verify a domain.
    public boolean holds(DomainName domain) {
        return verifiedDomains().contains(domain) || awaits(domain, DomainEvent.TAKEOVER);
    }

    /// True if something is still to happen to a domain.
    public boolean awaits(DomainName domain, DomainEvent event) {
        return all(Kind.DOMAIN_STATES).stream()
                .anyMatch(state -> state.text(event.property()).isPresent()
                        && state.text("id")
                                .flatMap(DomainName::find)
                                .filter(domain::equals)
                                .isPresent());
    }

    /// The domains that Exchange takes mail for: its own list, or without one the usable domains that it knows of.
    public List<DomainName> acceptedDomains() {
        if (all(Kind.ACCEPTED_DOMAINS).isEmpty()) {
            return all(Kind.DOMAINS).isEmpty()
                    ? List.of()
                    : usableDomains().stream()
                            .filter(domain -> !awaits(domain, DomainEvent.ACCEPTANCE))
                            .toList();
        }
        return all(Kind.ACCEPTED_DOMAINS).stream()
                .flatMap(domain -> domain.text("DomainName").flatMap(DomainName::find).stream())
                .toList();
    }

    /// True if Exchange takes mail for the domain, by its name or by a domain above it that takes in those below.
    public boolean accepts(DomainName domain) {
        return acceptedDomains().contains(domain)
                || all(Kind.ACCEPTED_DOMAINS).stream()
                        .filter(accepted -> accepted.isTrue("MatchSubDomains"))
                        .flatMap(accepted -> accepted.text("DomainName").flatMap(DomainName::find).stream())
                        .anyMatch(accepted -> accepted.holds(domain));
    }
}
