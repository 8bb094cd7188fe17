package dev.caravan.dns.records;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Change;
import java.util.List;

/// What this service can be asked to do; the page `dns.avdl` says it on the wire.
public sealed interface DnsCommand {

    /// Read every record of the zones that hold these domains, as the baseline.
    record CaptureZone(List<DomainName> domains) implements DnsCommand {}

    /// Lower the TTL of the domains' mail records, in seconds.
    record LowerTtl(List<DomainName> domains, long ttlSeconds) implements DnsCommand {}

    /// Ask every authoritative server whether it serves the domains' mail records with no more than that TTL.
    record ProveTtl(List<DomainName> domains, long ttlSeconds) implements DnsCommand {}

    /// Give the record sets of these recorded changes the TTL that they had before.
    record RestoreTtl(List<Change> changes) implements DnsCommand {}

    /// Make the tenant's initial domain the default one, if one of these is.
    record MakeInitialDomainDefault(List<DomainName> moving) implements DnsCommand {}

    /// Take these recorded changes of the default domain back.
    record RevertDefaultDomain(List<Change> changes) implements DnsCommand {}

    /// Commands that have zones say something of domains.
    sealed interface OverDomains extends DnsCommand {
        List<DomainName> domains();
    }

    /// Publish the records by which that tenant sees that the domains are its own.
    record PublishOwnership(List<DomainName> domains, Target tenant) implements OverDomains {}

    /// Point the domains' MX to a host that keeps mail.
    ///
    /// @param host with its final dot
    record HoldMail(List<DomainName> domains, DomainName host) implements OverDomains {}

    /// Publish the records that that tenant wants for the services which use the domains.
    record SwitchRecords(List<DomainName> domains, Target tenant) implements OverDomains {}

    /// Ask every authoritative server whether it serves the domains' mail and ownership records as the primary does.
    record ProveRecords(List<DomainName> domains) implements DnsCommand {}

    /// Ask whether a tenant, and no other, has verified these domains.
    record ProveHeld(List<DomainName> domains) implements DnsCommand {}

    /// Add domains to a tenant.
    record AddDomains(List<DomainName> domains) implements DnsCommand {}

    /// Have a tenant verify domains and give them to services.
    ///
    /// @param relayed whether letters to addresses that nobody has are to leave again
    record VerifyDomains(List<DomainName> domains, List<String> services, boolean relayed) implements DnsCommand {}

    /// Remove domains from a tenant until it has let go of them.
    record RemoveDomains(List<DomainName> domains) implements DnsCommand {}

    /// Take recorded additions and verifications of domains back.
    record ReleaseDomains(List<Change> changes) implements DnsCommand {}

    /// Take recorded removals of domains back.
    record ReturnDomains(List<Change> changes) implements DnsCommand {}

    /// Have letters to addresses in domains that nobody has leave the tenant again.
    record RelayMail(List<DomainName> domains) implements DnsCommand {}

    /// Take recorded changes of that back.
    record RevertMailRelay(List<Change> changes) implements DnsCommand {}

    /// Commands that have a tenant sign letters of domains, as far as another one signed them.
    sealed interface OverSigning extends DnsCommand {

        /// Recorded removals of domains.
        List<Change> changes();

        /// Those of the run.
        List<DomainName> domains();
    }

    /// Prepare the signing of letters.
    record CreateSigning(List<Change> changes, List<DomainName> domains) implements OverSigning {}

    /// Begin to sign letters.
    record EnableSigning(List<Change> changes, List<DomainName> domains) implements OverSigning {}

    /// Take recorded changes of signing back.
    record RevertSigning(List<Change> changes) implements DnsCommand {}

    /// Take these recorded changes back.
    record RevertRecords(List<Change> changes) implements DnsCommand {}
}
