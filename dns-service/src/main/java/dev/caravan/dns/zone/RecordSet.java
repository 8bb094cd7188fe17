package dev.caravan.dns.zone;

import java.util.List;

/// All records of one owner and type; they share one TTL.
///
/// @param ttlSeconds as the authoritative servers answer it
/// @param values in presentation format, sorted: their order means nothing
public record RecordSet(RecordKey key, long ttlSeconds, List<String> values) {

    public RecordSet {
        values = values.stream().sorted().toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException(key + ": an RRset has at least one record");
        }
    }

    public RecordSet withTtl(long seconds) {
        return new RecordSet(key, seconds, values);
    }

    /// Whether these are the same records, whatever their TTL.
    public boolean sameValues(RecordSet other) {
        return key.equals(other.key) && values.equals(other.values);
    }
}
