package dev.caravan.dns.zone;

import dev.caravan.kit.plan.Change;
import java.util.List;

/// Plans the lowering of TTLs before a switch. What is low enough already stays as it is, so that a second run plans
/// nothing.
public final class TtlLowering {

    private TtlLowering() {}

    /// The changes that bring the domain's mail records down to that TTL.
    public static List<Change> plan(Zone zone, DomainName domain, long ttlSeconds) {
        return MailRecords.of(zone, domain).stream()
                .filter(recordSet -> recordSet.ttlSeconds() > ttlSeconds)
                .map(recordSet -> RecordChanges.ttl(recordSet, ttlSeconds, ""))
                .toList();
    }
}
