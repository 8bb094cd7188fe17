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

/// Makes the domain the default one again that was it before.
final class RevertingDefaultDomain implements Doing<DnsCommand.RevertDefaultDomain, List<TenantDomain>, DnsFact> {

    private final TenantDomains tenant;

    RevertingDefaultDomain(TenantDomains tenant) {
        this.tenant = tenant;
    }

    @Override
    public Outcome<List<TenantDomain>> observe(DnsCommand.RevertDefaultDomain command, Call call) {
        return tenant.all(call);
    }

    @Override
    public Plan plan(DnsCommand.RevertDefaultDomain command, List<TenantDomain> observed) {
        return DefaultDomain.reversion(observed, command.changes());
    }

    @Override
    public Outcome<DnsFact> apply(
            DnsCommand.RevertDefaultDomain command, List<TenantDomain> observed, Plan plan, Call call) {
        var applied = plan.changes().size();
        var reverted =
                new DnsFact.DefaultDomainReverted(applied, command.changes().size() - applied, plan.conflicts());
        return DefaultDomain.chosen(plan)
                .map(id -> tenant.makeDefault(id, call).<DnsFact>map(_ -> reverted))
                .orElseGet(() -> Outcome.done(reverted));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
