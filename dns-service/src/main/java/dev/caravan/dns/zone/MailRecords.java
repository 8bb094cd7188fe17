package dev.caravan.dns.zone;

import java.util.List;
import java.util.Set;

/// Which RRsets of a zone carry a domain's mail, so that a cutover changes them.
///
/// MX and SPF at the domain, `autodiscover` and its SRV, and the DKIM selectors, whose classic targets name the tenant
/// (`facts/dns.md`, "What Microsoft 365 wants for a domain").
public final class MailRecords {

    private static final Set<String> ADDRESS_TYPES = Set.of("CNAME", "A", "AAAA");
    private static final Set<String> KEY_TYPES = Set.of("CNAME", "TXT");

    private MailRecords() {}

    /// The mail records of the domain, in the zone's order. The domain may lie below the zone's apex.
    public static List<RecordSet> of(Zone zone, DomainName domain) {
        return zone.recordSets().values().stream()
                .filter(recordSet -> carriesMail(recordSet, domain))
                .toList();
    }

    /// The largest TTL of the domain's mail records in seconds; 0 when it has none.
    public static long ttlSecondsMax(Zone zone, DomainName domain) {
        return of(zone, domain).stream().mapToLong(RecordSet::ttlSeconds).max().orElse(0);
    }

    private static boolean carriesMail(RecordSet recordSet, DomainName domain) {
        DomainName owner = recordSet.key().owner();
        String type = recordSet.key().type();
        if (owner.equals(domain)) {
            return type.equals("MX")
                    || type.equals("TXT") && recordSet.values().stream().anyMatch(SenderPolicy::isOne);
        }
        if (owner.equals(domain.below("autodiscover"))) {
            return ADDRESS_TYPES.contains(type);
        }
        if (owner.equals(domain.below("_autodiscover._tcp"))) {
            return type.equals("SRV");
        }
        return owner.isAtOrBelow(domain.below("_domainkey")) && KEY_TYPES.contains(type);
    }
}
