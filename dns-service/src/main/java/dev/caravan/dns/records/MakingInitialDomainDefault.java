package dev.caravan.dns.records;

import dev.caravan.dns.domain.DefaultDomain;
import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import java.util.List;

/// Makes the initial domain the default one. It is one setting of the tenant, so no share of its domains limits it.
final class MakingInitialDomainDefault
        implements Doing<DnsCommand.MakeInitialDomainDefault, List<TenantDomain>, DnsFact> {

    private final TenantDomains tenant;

    MakingInitialDomainDefault(TenantDomains tenant) {
        this.tenant = tenant;
    }

    @Override
    public Outcome<List<TenantDomain>> observe(DnsCommand.MakeInitialDomainDefault command, Call call) {
        return tenant.all(call);
    }

    @Override
    public Plan plan(DnsCommand.MakeInitialDomainDefault command, List<TenantDomain> observed) {
        return DefaultDomain.toInitial(observed, command.moving());
    }

    @Override
    public Outcome<DnsFact> apply(
            DnsCommand.MakeInitialDomainDefault command, List<TenantDomain> observed, Plan plan, Call call) {
        var former = DefaultDomain.of(observed).map(TenantDomain::id).orElse("");
        return DefaultDomain.chosen(plan)
                .map(id -> tenant.makeDefault(id, call)
                        .<DnsFact>map(domain -> new DnsFact.DefaultDomainChanged(domain, 1)))
                .orElseGet(() -> Outcome.done(new DnsFact.DefaultDomainChanged(former, 0)));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
