package dev.caravan.dns.records;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.MailRecords;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.Zone;
import java.util.List;

/// A zone as it was read, with those of the asked-for domains that it holds: a domain may lie below its zone's apex.
record HeldDomains(Zone zone, List<DomainName> domains) {

    HeldDomains {
        domains = List.copyOf(domains);
    }

    /// The domains' mail records, each once.
    List<RecordSet> mailRecords() {
        return domains.stream()
                .flatMap(domain -> MailRecords.of(zone, domain).stream())
                .distinct()
                .toList();
    }

    static long ttlSecondsMax(List<HeldDomains> all) {
        return all.stream()
                .flatMap(held -> held.mailRecords().stream())
                .mapToLong(RecordSet::ttlSeconds)
                .max()
                .orElse(0);
    }
}
