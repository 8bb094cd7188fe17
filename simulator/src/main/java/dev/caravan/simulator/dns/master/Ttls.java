package dev.caravan.simulator.dns.master;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/// The time to live of records that do not say theirs: that of `$TTL`; without one that of the record before
/// (RFC 1035), and for a SOA at the start its minimum, as BIND reads it.
final class Ttls {

    private @Nullable Long byDefault;
    private @Nullable Long last;

    void setDefault(long ttl) {
        byDefault = ttl;
    }

    Optional<Long> inherited(Record record) {
        if (byDefault != null) {
            return Optional.of(byDefault);
        }
        if (last != null) {
            return Optional.of(last);
        }
        return record instanceof SOARecord soa ? Optional.of(soa.getMinimum()) : Optional.empty();
    }

    void used(long ttl) {
        last = ttl;
    }
}
