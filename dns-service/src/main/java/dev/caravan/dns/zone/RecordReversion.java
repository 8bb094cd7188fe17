package dev.caravan.dns.zone;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Conflict;
import dev.caravan.kit.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plans the way back from recorded changes: what we added goes, what we removed returns, and what others did since
/// stays and is shown as a conflict.
public final class RecordReversion {

    private static final String WHY = ", as it was";

    private final Zone zone;
    private final List<Change> changes = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Set<String> returning = new HashSet<>();

    private RecordReversion(Zone zone) {
        this.zone = zone;
    }

    /// The plan that takes the recorded changes back, given the zone as it is now.
    public static Plan plan(Zone zone, List<Change> recorded) {
        RecordReversion reversion = new RecordReversion(zone);
        recorded.stream()
                // An RRset that returns has its values before it has a TTL.
                .sorted(Comparator.comparing(change -> change.property().equals(RecordChanges.VALUES) ? 0 : 1))
                .forEach(reversion::revert);
        return new Plan(
                reversion.changes, reversion.conflicts, zone.recordSets().size());
    }

    /// The record sets of recorded changes that say where mail goes, as the zone has them now.
    public static List<RecordSet> leadingMail(Zone zone, Collection<Change> recorded) {
        return recorded.stream()
                .map(change -> RecordKey.parse(change.id()))
                .filter(RecordKey::leadsMail)
                .distinct()
                .flatMap(key -> zone.find(key).stream())
                .toList();
    }

    /// For how long caches may lead mail to where it went before recorded changes were taken back, in seconds; 0 if it
    /// goes nowhere else.
    public static long cachedSeconds(Zone zone, Collection<Change> recorded) {
        return recorded.stream()
                .filter(change -> RecordKey.parse(change.id()).leadsMail())
                .mapToLong(change -> cachedSeconds(zone, change))
                .max()
                .orElse(0);
    }

    /// Other values are known after the TTL, and a shorter TTL after the longer one.
    private static long cachedSeconds(Zone zone, Change change) {
        if (change.property().equals(RecordChanges.VALUES)) {
            return zone.find(RecordKey.parse(change.id()))
                    .map(RecordSet::ttlSeconds)
                    .orElse(0L);
        }
        var lower = ttl(change.before());
        var higher = ttl(change.after());
        return lower > 0 && higher > lower ? higher : 0;
    }

    private static long ttl(List<String> values) {
        return values.stream().mapToLong(Long::parseLong).findFirst().orElse(0);
    }

    private void revert(Change change) {
        RecordKey key = RecordKey.parse(change.id());
        Optional<RecordSet> observed = zone.find(key);
        switch (change.property()) {
            case RecordChanges.TTL -> revertTtl(change, key, observed);
            case RecordChanges.VALUES -> revertValues(change, key, observed);
            default -> throw new IllegalArgumentException(key + ": an RRset has no property " + change.property());
        }
    }

    private void revertTtl(Change change, RecordKey key, Optional<RecordSet> observed) {
        if (change.before().isEmpty()) {
            // It came with the values and goes with them.
            return;
        }
        if (observed.isEmpty() && returning.contains(change.id())) {
            changes.add(new Change(
                    change.kind(),
                    change.id(),
                    change.property(),
                    List.of(),
                    change.before(),
                    key + ": TTL " + change.before().getFirst() + " s" + WHY));
            return;
        }
        if (observed.isEmpty()) {
            conflicts.add(conflict(change, List.of(), key + " has been removed since and stays so"));
            return;
        }
        RecordSet present = observed.get();
        List<String> now = List.of(Long.toString(present.ttlSeconds()));
        if (now.equals(change.after())) {
            changes.add(
                    RecordChanges.ttl(present, Long.parseLong(change.before().getFirst()), WHY));
        } else if (!now.equals(change.before())) {
            conflicts.add(conflict(change, now, key + ": TTL " + now.getFirst() + " s was set by others and stays"));
        }
    }

    private void revertValues(Change change, RecordKey key, Optional<RecordSet> observed) {
        List<String> now = observed.map(RecordSet::values).orElse(List.of());
        List<String> wanted = new ArrayList<>(now);
        wanted.removeAll(without(change.after(), change.before()));
        without(change.before(), change.after()).stream()
                .filter(value -> !wanted.contains(value))
                .forEach(wanted::add);
        wanted.sort(Comparator.naturalOrder());
        List<String> foreign = without(without(now, change.after()), change.before());
        if (!foreign.isEmpty()) {
            conflicts.add(
                    conflict(change, now, key + ": " + String.join(", ", foreign) + " was added by others and stays"));
        }
        if (now.isEmpty() && !wanted.isEmpty()) {
            returning.add(change.id());
        }
        if (!wanted.equals(now)) {
            changes.add(RecordChanges.values(key, now, wanted, WHY));
        }
    }

    private static Conflict conflict(Change change, List<String> observed, String sentence) {
        return new Conflict(change.kind(), change.id(), change.property(), observed, sentence);
    }

    private static List<String> without(List<String> values, List<String> taken) {
        return values.stream().filter(value -> !taken.contains(value)).toList();
    }
}
