package dev.caravan.dns.records;

import dev.caravan.dns.domain.DomainHolder;
import dev.caravan.dns.tenant.TenantDomains;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import java.util.Optional;

/// Proves that domains are where they are to move from: the world's directory of tenants names one holder of a domain,
/// and a forgotten trial tenant is found here rather than on the night.
final class ProvingHolder implements Asking<DnsCommand.ProveHeld, DnsFact> {

    private final TenantDomains tenant;

    ProvingHolder(TenantDomains tenant) {
        this.tenant = tenant;
    }

    @Override
    public Outcome<DnsFact> ask(DnsCommand.ProveHeld command, Call call, Telling<DnsFact> telling) {
        return InTurn.each(command.domains(), domain -> held(domain, call))
                .map(all -> new DnsFact.HolderProven(all.size()));
    }

    private Outcome<DomainName> held(DomainName domain, Call call) {
        return tenant.holder(plain(domain), call).then(holder -> judged(domain, holder, call));
    }

    private static Outcome<DomainName> judged(DomainName domain, Optional<DomainHolder> holder, Call call) {
        if (holder.isEmpty()) {
            return Outcome.failedForGood("held-by-nobody", "no tenant has verified " + domain);
        }
        var tenantId = holder.get().tenantId();
        return call.connection().tenantId().filter(tenantId::equalsIgnoreCase).isPresent()
                ? Outcome.done(domain)
                : Outcome.failedForGood(
                        "held-elsewhere",
                        "%s belongs to the tenant %s (%s)"
                                .formatted(domain, tenantId, holder.get().displayName()));
    }

    private static String plain(DomainName domain) {
        var text = domain.toString();
        return text.substring(0, text.length() - 1);
    }
}
