package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The domains that Exchange takes mail for, and what it does with letters to addresses in them that nobody has: it
/// refuses those to an authoritative domain, and passes those to a relayed one on to where the domain's MX points.
///
/// Source: MicrosoftDocs/office-docs-powershell, Set-AcceptedDomain.
public record AcceptedDomains(Tenant tenant) {

    /// All types that there are.
    public static final List<String> TYPES = List.of("Authoritative", "InternalRelay", "ExternalRelay");

    private static final String USUAL = TYPES.getFirst();
    private static final String NAME = "DomainName";
    private static final String TYPE = "DomainType";
    private static final String MATCHES_BELOW = "MatchSubDomains";

    /// As Exchange shows them: its own list, or without one the domains of the directory that it knows of.
    public List<ObjectNode> rows() {
        return isListed(tenant)
                ? tenant.all(Kind.ACCEPTED_DOMAINS).stream()
                        .map(line -> ((ObjectNode) line.value()).deepCopy())
                        .toList()
                : tenant.all(Kind.DOMAINS).stream()
                        .filter(this::isAccepted)
                        .map(this::row)
                        .toList();
    }

    /// Whether letters to addresses in a domain that nobody has leave again.
    public boolean relay(DomainName domain) {
        return !type(domain).equals(USUAL);
    }

    /// A row of its own says more than that of a domain above it.
    private String type(DomainName domain) {
        return rows().stream()
                .filter(row -> isFor(row, domain))
                .max(Comparator.comparingInt(row -> row.path(NAME).asString().length()))
                .map(row -> row.path(TYPE).asString(USUAL))
                .orElse(USUAL);
    }

    /// Makes a domain one of another type.
    ///
    /// @param type one of [#TYPES]
    public static void set(Change change, DomainName domain, String type) {
        String before = new AcceptedDomains(change.tenant()).type(domain);
        if (before.equals(type)) {
            return;
        }
        change.effect("accepted domain %s: DomainType %s -> %s".formatted(domain, before, type));
        if (isListed(change.tenant())) {
            find(change, Kind.ACCEPTED_DOMAINS, domain)
                    .ifPresent(line -> change.replace(
                            Kind.ACCEPTED_DOMAINS,
                            line,
                            ((ObjectNode) line.value()).deepCopy().put(TYPE, type)));
            return;
        }
        forget(change, domain);
        if (!type.equals(USUAL)) {
            change.add(
                    Kind.ACCEPTED_DOMAIN_STATES,
                    JsonMapper.shared()
                            .createObjectNode()
                            .put(NAME, domain.text())
                            .put(TYPE, type));
        }
    }

    /// A domain is accepted no longer.
    static void leave(Change change, DomainName domain) {
        find(change, Kind.ACCEPTED_DOMAINS, domain).ifPresent(line -> change.remove(Kind.ACCEPTED_DOMAINS, line));
        forget(change, domain);
    }

    /// A verified domain is accepted, of the usual type; without a list of its own Exchange accepts it by itself.
    static void come(Change change, DomainName domain) {
        if (isListed(change.tenant())
                && find(change, Kind.ACCEPTED_DOMAINS, domain).isEmpty()) {
            change.add(
                    Kind.ACCEPTED_DOMAINS,
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("Identity", domain.text())
                            .put(NAME, domain.text())
                            .put(TYPE, USUAL)
                            .put("Default", false)
                            .put(MATCHES_BELOW, false));
        }
    }

    private static void forget(Change change, DomainName domain) {
        find(change, Kind.ACCEPTED_DOMAIN_STATES, domain)
                .ifPresent(state -> change.remove(Kind.ACCEPTED_DOMAIN_STATES, state));
    }

    private static Optional<JsonLine> find(Change change, Kind kind, DomainName domain) {
        return change.tenant().all(kind).stream()
                .filter(line -> line.is(NAME, domain.text()))
                .findFirst();
    }

    private static boolean isListed(Tenant tenant) {
        return !tenant.all(Kind.ACCEPTED_DOMAINS).isEmpty();
    }

    private boolean isAccepted(JsonLine domain) {
        return domain.text("id")
                .flatMap(DomainName::find)
                .filter(tenant.acceptedDomains()::contains)
                .isPresent();
    }

    private ObjectNode row(JsonLine domain) {
        String name = domain.text("id").orElse("");
        return JsonMapper.shared()
                .createObjectNode()
                .put("Identity", name)
                .put("Name", name)
                .put(NAME, name)
                .put(TYPE, kept(name))
                .put(MATCHES_BELOW, false)
                .put("Default", domain.isTrue("isDefault"))
                .put("InitialDomain", domain.isTrue("isInitial"));
    }

    private String kept(String name) {
        return tenant.all(Kind.ACCEPTED_DOMAIN_STATES).stream()
                .filter(state -> state.is(NAME, name))
                .flatMap(state -> state.text(TYPE).stream())
                .findFirst()
                .orElse(USUAL);
    }

    private static boolean isFor(ObjectNode row, DomainName domain) {
        return DomainName.find(row.path(NAME).asString(""))
                .filter(name -> name.equals(domain) || row.path(MATCHES_BELOW).asBoolean(false) && name.holds(domain))
                .isPresent();
    }
}
