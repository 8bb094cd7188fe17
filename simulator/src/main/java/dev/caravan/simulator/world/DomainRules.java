package dev.caravan.simulator.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must hold of a tenant's domains: one initial, one default, none twice.
final class DomainRules {

    private final Tenant tenant;
    private final List<Problem> problems;
    private final String file;

    private DomainRules(Tenant tenant, List<Problem> problems) {
        this.tenant = tenant;
        this.problems = problems;
        this.file = tenant.side().folder() + "/graph/domains.jsonl";
    }

    static void check(Tenant tenant, List<Problem> problems) {
        DomainRules rules = new DomainRules(tenant, problems);
        rules.checkNames(Kind.DOMAINS, "id");
        rules.checkNames(Kind.ACCEPTED_DOMAINS, "DomainName");
        rules.checkNames(Kind.DOMAIN_STATES, "id");
        tenant.all(Kind.DOMAIN_STATES).forEach(rules::checkState);
        if (tenant.cloud() && tenant.description().isObject()) {
            rules.checkInitial();
            rules.checkDefault();
        }
    }

    private void checkNames(Kind kind, String property) {
        Map<DomainName, JsonLine> seen = new HashMap<>();
        for (JsonLine domain : tenant.all(kind)) {
            Optional<DomainName> name = domain.text(property).flatMap(DomainName::find);
            if (name.isEmpty()) {
                problems.add(domain.problem("`" + property + "` must be a domain name, but is "
                        + domain.value().path(property)));
            } else {
                JsonLine first = seen.putIfAbsent(name.get(), domain);
                if (first != null) {
                    problems.add(
                            domain.problem("the domain " + name.get() + " stands in line " + first.line() + " too"));
                }
            }
        }
    }

    private void checkState(JsonLine state) {
        for (DomainEvent event : DomainEvent.values()) {
            if (state.value().has(event.property())
                    && state.instant(event.property()).isEmpty()) {
                problems.add(state.problem("`" + event.property() + "` must be an instant, but is "
                        + state.value().path(event.property())));
            }
        }
    }

    private void checkInitial() {
        Optional<DomainName> expected =
                DomainName.find(tenant.description().path("initialDomain").asString(""));
        List<JsonLine> initial = tenant.all(Kind.DOMAINS).stream()
                .filter(domain -> domain.isTrue("isInitial"))
                .toList();
        if (expected.isEmpty()) {
            return;
        }
        if (initial.isEmpty()) {
            problems.add(new Problem(file, 0, "the initial domain " + expected.get() + " is missing"));
        }
        for (JsonLine domain : initial) {
            if (!domain.text("id").flatMap(DomainName::find).equals(expected)) {
                problems.add(domain.problem("only " + expected.get() + " of tenant.json may be the initial domain"));
            } else if (!domain.isTrue("isVerified")) {
                problems.add(domain.problem("the initial domain must be verified"));
            }
        }
    }

    private void checkDefault() {
        List<JsonLine> defaults = tenant.all(Kind.DOMAINS).stream()
                .filter(domain -> domain.isTrue("isDefault"))
                .toList();
        if (defaults.isEmpty() && !tenant.all(Kind.DOMAINS).isEmpty()) {
            problems.add(new Problem(file, 0, "no domain is the default one"));
        }
        for (JsonLine domain : defaults) {
            if (domain != defaults.getFirst()) {
                problems.add(domain.problem("a tenant has one default domain, and that is line "
                        + defaults.getFirst().line()));
            } else if (!domain.isTrue("isVerified")) {
                problems.add(domain.problem("the default domain must be verified"));
            } else if (domain.text("authenticationType")
                    .filter("Federated"::equals)
                    .isPresent()) {
                problems.add(domain.problem("a federated domain cannot be the default domain"));
            }
        }
    }
}
