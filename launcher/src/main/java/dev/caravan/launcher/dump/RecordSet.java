package dev.caravan.launcher.dump;

import java.util.SortedSet;
import java.util.TreeSet;

/// All records of one name and type.
///
/// @param values in presentation format
record RecordSet(long ttlSeconds, SortedSet<String> values) {

    RecordSet {
        values = new TreeSet<>(values);
    }

    RecordSet withTtl(long seconds) {
        return new RecordSet(seconds, values);
    }

    @Override
    public String toString() {
        return "TTL " + ttlSeconds + " s, " + String.join(", ", values);
    }
}
