package dev.caravan.simulator.dns.resolve;

import dev.caravan.simulator.dns.zone.RecordSet;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/// What the resolver found out.
///
/// @param rcode NOERROR, NXDOMAIN or SERVFAIL
/// @param sets the aliases on the way and the records at its end, with the time to live that is left
/// @param soa of the zone that says that there is no such name or no such record
public record Resolution(int rcode, List<RecordSet> sets, Optional<SOARecord> soa) {

    /// Takes a copy.
    public Resolution {
        sets = List.copyOf(sets);
    }

    /// The records of a type.
    public List<Record> records(int type) {
        return sets.stream()
                .filter(set -> set.type() == type)
                .flatMap(set -> set.records().stream())
                .toList();
    }
}
