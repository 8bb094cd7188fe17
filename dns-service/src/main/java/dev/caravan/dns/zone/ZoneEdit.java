package dev.caravan.dns.zone;

import dev.caravan.kit.plan.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a provider is asked to do to a zone: whole RRsets, before and after, bound to the zone that was read.
///
/// @param seen the zone that the plan was made from; a zone that has changed since is refused
/// @param replacements only RRsets that really differ
public record ZoneEdit(Zone seen, List<Replacement> replacements) {

    /// The TTL of an RRset that returns without a recorded one.
    private static final long TTL_WHEN_UNKNOWN = 3600;

    /// One RRset: empty before means that it must not exist, empty after that it goes.
    public record Replacement(RecordKey key, Optional<RecordSet> before, Optional<RecordSet> after) {}

    public ZoneEdit {
        replacements = List.copyOf(replacements);
    }

    /// The edits that carry the planned changes out: each change goes to the innermost zone that holds its owner.
    public static List<ZoneEdit> all(List<Zone> seen, List<Change> changes) {
        return seen.stream()
                .map(zone -> of(
                        zone,
                        changes.stream()
                                .filter(change -> zone.equals(holder(change, seen)))
                                .toList()))
                .toList();
    }

    private static Zone holder(Change change, List<Zone> seen) {
        DomainName owner = RecordKey.parse(change.id()).owner();
        return seen.stream()
                .filter(zone -> owner.isAtOrBelow(zone.apex()))
                .max(Comparator.comparingInt(zone -> zone.apex().text().length()))
                .orElseThrow(() -> new IllegalArgumentException("no zone was read that holds " + change.id()));
    }

    private static ZoneEdit of(Zone seen, List<Change> changes) {
        SortedMap<RecordKey, Optional<RecordSet>> after = new TreeMap<>();
        for (Change change : changes) {
            RecordKey key = RecordKey.parse(change.id());
            Optional<RecordSet> current = after.getOrDefault(key, seen.find(key));
            after.put(key, RecordChanges.applied(change, current, key, TTL_WHEN_UNKNOWN));
        }
        List<Replacement> replacements = after.entrySet().stream()
                .map(entry -> new Replacement(entry.getKey(), seen.find(entry.getKey()), entry.getValue()))
                .filter(replacement -> !replacement.before().equals(replacement.after()))
                .toList();
        return new ZoneEdit(seen, replacements);
    }
}
