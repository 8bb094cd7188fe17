package dev.caravan.dns.records;

import dev.caravan.dns.zone.DomainName;
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

    /// Take these recorded changes back.
    record RevertRecords(List<Change> changes) implements DnsCommand {}
}
