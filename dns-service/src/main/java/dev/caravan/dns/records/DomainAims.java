package dev.caravan.dns.records;

import dev.caravan.dns.domain.DomainMoves;
import dev.caravan.dns.domain.TenantDomain;
import dev.caravan.dns.records.ChangingDomains.Aim;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.Collection;
import java.util.List;

/// What the commands about a tenant's domains are after.
final class DomainAims {

    private DomainAims() {}

    static final class Adding implements Aim<DnsCommand.AddDomains> {

        @Override
        public Plan plan(DnsCommand.AddDomains command, Collection<TenantDomain> all) {
            return DomainMoves.adding(all, command.domains());
        }

        @Override
        public Collection<DomainName> leaving(DnsCommand.AddDomains command) {
            return List.of();
        }

        @Override
        public DnsFact fact(DnsCommand.AddDomains command, Plan plan) {
            return changed(plan, command.domains());
        }
    }

    static final class Verifying implements Aim<DnsCommand.VerifyDomains> {

        @Override
        public Plan plan(DnsCommand.VerifyDomains command, Collection<TenantDomain> all) {
            return DomainMoves.verifying(all, command.domains(), command.services(), command.relayed());
        }

        @Override
        public Collection<DomainName> leaving(DnsCommand.VerifyDomains command) {
            return List.of();
        }

        @Override
        public DnsFact fact(DnsCommand.VerifyDomains command, Plan plan) {
            return changed(plan, command.domains());
        }
    }

    static final class Removing implements Aim<DnsCommand.RemoveDomains> {

        @Override
        public Plan plan(DnsCommand.RemoveDomains command, Collection<TenantDomain> all) {
            return DomainMoves.removing(all, command.domains());
        }

        @Override
        public Collection<DomainName> leaving(DnsCommand.RemoveDomains command) {
            return command.domains();
        }

        @Override
        public DnsFact fact(DnsCommand.RemoveDomains command, Plan plan) {
            return changed(plan, command.domains());
        }
    }

    static final class Releasing implements Aim<DnsCommand.ReleaseDomains> {

        @Override
        public Plan plan(DnsCommand.ReleaseDomains command, Collection<TenantDomain> all) {
            return DomainMoves.releasing(all, command.changes());
        }

        @Override
        public Collection<DomainName> leaving(DnsCommand.ReleaseDomains command) {
            return DomainMoves.leaving(command.changes());
        }

        @Override
        public DnsFact fact(DnsCommand.ReleaseDomains command, Plan plan) {
            return reverted(plan, command.changes().size());
        }
    }

    static final class Returning implements Aim<DnsCommand.ReturnDomains> {

        @Override
        public Plan plan(DnsCommand.ReturnDomains command, Collection<TenantDomain> all) {
            return DomainMoves.returning(all, command.changes());
        }

        @Override
        public Collection<DomainName> leaving(DnsCommand.ReturnDomains command) {
            return command.changes().stream()
                    .map(change -> DomainName.parse(change.id()))
                    .distinct()
                    .toList();
        }

        @Override
        public DnsFact fact(DnsCommand.ReturnDomains command, Plan plan) {
            return reverted(plan, command.changes().size());
        }
    }

    private static DnsFact changed(Plan plan, List<DomainName> domains) {
        var touched = (int) plan.changes().stream().map(Change::id).distinct().count();
        return new DnsFact.DomainsChanged(touched, Math.max(0, domains.size() - touched));
    }

    private static DnsFact reverted(Plan plan, int recorded) {
        var applied = plan.changes().size();
        return new DnsFact.DomainsReverted(applied, Math.max(0, recorded - applied), plan.conflicts());
    }
}
