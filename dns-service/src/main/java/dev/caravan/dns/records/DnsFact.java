package dev.caravan.dns.records;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.kit.plan.Conflict;
import java.util.List;

/// What this service tells; the page `dns.avdl` says it on the wire.
public sealed interface DnsFact {

    /// A part of a captured zone, numbered from 0.
    record ZoneRead(DomainName zone, long serial, int part, List<RecordSet> recordSets) implements DnsFact {}

    /// The baseline is complete.
    ///
    /// @param digest SHA-256 over the zones' digests in their order
    record ZoneCaptured(List<DomainName> zones, int recordSets, String digest, long mailTtlSecondsMax)
            implements DnsFact {}

    /// @param oldTtlSecondsMax how long caches may still serve what they have, in seconds
    record TtlLowered(int applied, int unchanged, long oldTtlSecondsMax) implements DnsFact {}

    /// @param servers how many authoritative servers answered, over all zones
    record TtlProven(int servers) implements DnsFact {}

    record TtlRestored(int applied, int unchanged, List<Conflict> conflicts) implements DnsFact {}

    /// @param domain the tenant's default domain as it is now
    record DefaultDomainChanged(String domain, int applied) implements DnsFact {}

    record DefaultDomainReverted(int applied, int unchanged, List<Conflict> conflicts) implements DnsFact {}

    record RecordsChanged(int applied, int unchanged) implements DnsFact {}

    /// @param servers how many authoritative servers answered, over all zones
    record RecordsProven(int servers) implements DnsFact {}

    record HolderProven(int domains) implements DnsFact {}

    record DomainsChanged(int applied, int unchanged) implements DnsFact {}

    record DomainsReverted(int applied, int unchanged, List<Conflict> conflicts) implements DnsFact {}

    record MailRelayed(int applied, int unchanged) implements DnsFact {}

    record MailRelayReverted(int applied, int unchanged, List<Conflict> conflicts) implements DnsFact {}

    record SigningChanged(int applied, int unchanged) implements DnsFact {}

    record SigningReverted(int applied, int unchanged, List<Conflict> conflicts) implements DnsFact {}

    record RecordsReverted(int applied, int unchanged, List<Conflict> conflicts) implements DnsFact {}
}
