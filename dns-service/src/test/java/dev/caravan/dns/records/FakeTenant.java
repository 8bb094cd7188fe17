package dev.caravan.dns.records;

import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import java.util.ArrayList;
import java.util.List;

/// A tenant with an initial domain and those that it was given.
final class FakeTenant implements TenantDomains {

    static final String INITIAL = "t.onmicrosoft.com";

    private final List<TenantDomain> domains = new ArrayList<>(List.of(new TenantDomain(INITIAL, false, true, true)));
    private final List<String> chosen = new ArrayList<>();

    /// Another domain, which is the default one.
    FakeTenant defaultDomain(String id) {
        domains.add(new TenantDomain(id, true, false, true));
        return this;
    }

    /// What was really made the default one, in its order.
    List<String> chosen() {
        return chosen;
    }

    @Override
    public Outcome<List<TenantDomain>> all(Call call) {
        return Outcome.done(List.copyOf(domains));
    }

    @Override
    public Outcome<String> makeDefault(String id, Call call) {
        domains.replaceAll(domain ->
                new TenantDomain(domain.id(), domain.id().equals(id), domain.isInitial(), domain.isVerified()));
        chosen.add(id);
        return Outcome.done(id);
    }
}
