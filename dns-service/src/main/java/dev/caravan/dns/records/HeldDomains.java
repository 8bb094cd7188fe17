package dev.caravan.dns.records;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.MailRecords;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.Zone;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.List;
import java.util.function.BiFunction;

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

    /// One plan for all zones, each of them planned from those recorded changes whose owners it holds.
    static Plan plan(List<HeldDomains> all, List<Change> recorded, BiFunction<Zone, List<Change>, Plan> planning) {
        List<Plan> plans = all.stream()
                .map(held -> planning.apply(held.zone(), held.within(recorded)))
                .toList();
        return new Plan(
                plans.stream().flatMap(plan -> plan.changes().stream()).toList(),
                plans.stream().flatMap(plan -> plan.conflicts().stream()).toList(),
                plans.stream().mapToInt(Plan::observed).sum());
    }

    static long ttlSecondsMax(List<HeldDomains> all) {
        return all.stream()
                .flatMap(held -> held.mailRecords().stream())
                .mapToLong(RecordSet::ttlSeconds)
                .max()
                .orElse(0);
    }

    private List<Change> within(List<Change> recorded) {
        return recorded.stream()
                .filter(change -> domains.contains(RecordKey.parse(change.id()).owner()))
                .toList();
    }
}
