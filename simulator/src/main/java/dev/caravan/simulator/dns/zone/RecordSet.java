package dev.caravan.simulator.dns.zone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// All records of one name and type: one time to live, at least one record, none twice.
///
/// @param name the owner, in the case of the first record
/// @param ttl seconds
/// @param records in the order in which they came
public record RecordSet(Name name, int type, long ttl, List<Record> records) {

    /// Gives every record the set's time to live, and keeps of equal ones the first.
    public RecordSet {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a record set without records: " + name + " " + Type.string(type));
        }
        records = records.stream()
                .distinct()
                .map(record -> Records.withTtl(record, ttl))
                .toList();
    }

    /// The set of one record.
    public static RecordSet of(Record record) {
        return new RecordSet(record.getName(), record.getType(), record.getTTL(), List.of(record));
    }

    /// The record with the same data, names compared without case.
    public Optional<Record> find(Record record) {
        return records.stream().filter(ours -> ours.equals(record)).findFirst();
    }

    /// True if both hold the same data under the same time to live, in whatever order; names are compared without case.
    public boolean says(RecordSet other) {
        return ttl == other.ttl && Set.copyOf(records).equals(Set.copyOf(other.records));
    }

    /// With a record added, unless there is one with the same data; its time to live becomes the set's.
    public RecordSet with(Record record) {
        List<Record> next = new ArrayList<>(records);
        if (find(record).isEmpty()) {
            next.add(record);
        }
        return new RecordSet(name, type, record.getTTL(), next);
    }

    /// Without the record of the same data; empty if it was the last.
    public Optional<RecordSet> without(Record record) {
        List<Record> next =
                records.stream().filter(ours -> !ours.equals(record)).toList();
        return next.isEmpty() ? Optional.empty() : Optional.of(new RecordSet(name, type, ttl, next));
    }

    /// The same data under another owner, as a wildcard gives it.
    public RecordSet at(Name owner) {
        return new RecordSet(
                owner,
                type,
                ttl,
                records.stream().map(record -> record.withName(owner)).toList());
    }

    /// By name in DNS order, then by type, the SOA first.
    public static Comparator<RecordSet> canonicalOrder() {
        return Comparator.comparing(RecordSet::name)
                .thenComparing(set -> set.type == Type.SOA ? 0 : 1)
                .thenComparing(set -> set.type == Type.NS ? 0 : 1)
                .thenComparing(RecordSet::type);
    }
}
