package dev.caravan.simulator.dns.resolve;

import dev.caravan.simulator.dns.zone.RecordSet;
import org.xbill.DNS.SOARecord;

/// What is known of a name and a type.
sealed interface Known {

    /// How long this may be repeated, in seconds.
    long ttl();

    /// The same with less time to live.
    Known withTtl(long ttl);

    /// There are such records.
    record Found(RecordSet set) implements Known {
        @Override
        public long ttl() {
            return set.ttl();
        }

        @Override
        public Known withTtl(long ttl) {
            return new Found(new RecordSet(set.name(), set.type(), ttl, set.records()));
        }
    }

    /// There are none (RFC 2308).
    ///
    /// @param name false if the whole name does not exist
    /// @param soa of the zone that says so
    record Nothing(boolean name, SOARecord soa, long ttl) implements Known {
        @Override
        public Known withTtl(long left) {
            return new Nothing(name, soa, left);
        }
    }
}
