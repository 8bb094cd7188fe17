package dev.caravan.dns.zone;

import dev.caravan.kit.plan.Change;
import java.util.List;
import java.util.Optional;

/// How changes of RRsets are written in plans and in the ledger: kind `rrset`, id `<owner> <type>`, properties
/// [#TTL] and [#VALUES].
final class RecordChanges {

    static final String KIND = "rrset";
    /// One value: seconds.
    static final String TTL = "ttl";
    /// The records in presentation format, sorted.
    static final String VALUES = "values";

    private RecordChanges() {}

    static Change ttl(RecordSet recordSet, long seconds, String why) {
        return new Change(
                KIND,
                recordSet.key().toString(),
                TTL,
                List.of(Long.toString(recordSet.ttlSeconds())),
                List.of(Long.toString(seconds)),
                "%s: TTL %d s becomes %d s%s".formatted(recordSet.key(), recordSet.ttlSeconds(), seconds, why));
    }

    static Change values(RecordKey key, List<String> before, List<String> after, String why) {
        String what = after.isEmpty()
                ? "is removed (" + String.join(", ", before) + ")"
                : before.isEmpty()
                        ? "is added: " + String.join(", ", after)
                        : String.join(", ", before) + " becomes " + String.join(", ", after);
        return new Change(KIND, key.toString(), VALUES, before, after, key + ": " + what + why);
    }

    /// An RRset that comes has a TTL with its values, and one that goes loses it with them.
    static Change ttlOf(RecordKey key, List<String> before, List<String> after) {
        String what = after.isEmpty() ? "goes with its values" : "is " + after.getFirst() + " s";
        return new Change(KIND, key.toString(), TTL, before, after, key + ": TTL " + what);
    }

    /// The RRset with the change made to it; empty when nothing is left of it.
    static Optional<RecordSet> applied(Change change, Optional<RecordSet> recordSet, RecordKey key, long ttlWhenNew) {
        return switch (change.property()) {
            case TTL ->
                change.after().isEmpty()
                        ? recordSet
                        : recordSet.map(present ->
                                present.withTtl(Long.parseLong(change.after().getFirst())));
            case VALUES ->
                change.after().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RecordSet(
                                key, recordSet.map(RecordSet::ttlSeconds).orElse(ttlWhenNew), change.after()));
            default -> throw new IllegalArgumentException("an RRset has no property " + change.property());
        };
    }
}
