package dev.caravan.dns.zone;

import java.util.ArrayList;
import java.util.List;

/// A zone for tests, written as short as a zone file.
final class ZoneFixture {

    private static final DomainName APEX = DomainName.parse("fabrikam.example");

    private final List<RecordSet> recordSets = new ArrayList<>();

    static ZoneFixture zone() {
        return new ZoneFixture().with("@", "SOA", 3600, "ns1.fabrikam.example. hostmaster.fabrikam.example. 1 2 3 4 5");
    }

    ZoneFixture with(String owner, String type, long ttlSeconds, String... values) {
        recordSets.add(new RecordSet(key(owner, type), ttlSeconds, List.of(values)));
        return this;
    }

    Zone build() {
        return Zone.of(APEX, 1, recordSets);
    }

    static DomainName apex() {
        return APEX;
    }

    static RecordKey key(String owner, String type) {
        return new RecordKey(owner.equals("@") ? APEX : APEX.below(owner), type);
    }
}
