package dev.caravan.dns.zone;

import dev.caravan.kit.plan.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Plans what a zone has to change so that it says what is wished. What it says already stays, so that a second run
/// plans
/// nothing.
public final class RecordWishes {

    private static final String ALIAS = "CNAME";
    /// Seconds, as Microsoft names them for its records.
    private static final String TTL_WHEN_NEW = "3600";

    private final Zone zone;
    private final SortedMap<RecordKey, List<String>> wanted = new TreeMap<>();

    private RecordWishes(Zone zone) {
        this.zone = zone;
    }

    /// The changes that fulfil all wishes, in the zone's order.
    public static List<Change> plan(Zone zone, Collection<RecordWish> wishes) {
        var planning = new RecordWishes(zone);
        wishes.forEach(planning::take);
        return planning.wanted.entrySet().stream()
                .flatMap(entry -> planning.changes(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<Change> changes(RecordKey key, List<String> after) {
        var before = before(key);
        if (before.equals(after)) {
            return Stream.empty();
        }
        var values = RecordChanges.values(key, before, after, "");
        if (before.isEmpty()) {
            return Stream.of(values, RecordChanges.ttlOf(key, List.of(), List.of(TTL_WHEN_NEW)));
        }
        return after.isEmpty() ? Stream.of(values, RecordChanges.ttlOf(key, ttl(key), List.of())) : Stream.of(values);
    }

    private List<String> ttl(RecordKey key) {
        return zone.find(key)
                .map(recordSet -> List.of(Long.toString(recordSet.ttlSeconds())))
                .orElse(List.of());
    }

    private void take(RecordWish wish) {
        switch (wish) {
            case RecordWish.Present(var key, var value) -> {
                var values = new ArrayList<>(now(key));
                if (!values.contains(value)) {
                    values.add(value);
                }
                put(key, values);
            }
            case RecordWish.Only(var key, var values) -> {
                beside(key).forEach(other -> put(other, List.of()));
                put(key, values);
            }
            case RecordWish.Senders(var domain, var policy) -> {
                var key = new RecordKey(domain, "TXT");
                var policies = now(key).stream().filter(SenderPolicy::isOne).toList();
                put(key, policies.isEmpty() ? with(now(key), policy) : including(now(key), policy));
            }
        }
    }

    /// What may not stand beside an alias, or the alias that may not stand beside this.
    private List<RecordKey> beside(RecordKey key) {
        return zone.recordSets().keySet().stream()
                .filter(other -> other.owner().equals(key.owner()) && !other.equals(key))
                .filter(other -> key.type().equals(ALIAS) || other.type().equals(ALIAS))
                .toList();
    }

    private void put(RecordKey key, List<String> values) {
        wanted.put(key, values.stream().sorted().toList());
    }

    private List<String> now(RecordKey key) {
        return wanted.getOrDefault(key, before(key));
    }

    private List<String> before(RecordKey key) {
        return zone.find(key).map(RecordSet::values).orElse(List.of());
    }

    private static List<String> with(List<String> values, String more) {
        var all = new ArrayList<>(values);
        all.add(more);
        return all;
    }

    private static List<String> including(List<String> values, String policy) {
        return values.stream()
                .map(value -> SenderPolicy.isOne(value) ? SenderPolicy.including(value, policy) : value)
                .toList();
    }
}
