package dev.caravan.simulator.dns.update;

import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.dns.zone.Serial;
import dev.caravan.simulator.dns.zone.ZoneChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/// What a change did, a sentence per thing that is different now, such as `fabrikam.example. MX ttl 14400 → 300`.
///
/// The serial is left out: it counts on with every change.
public final class Effects {

    private Effects() {}

    /// Says what a change does.
    public static List<String> of(ZoneChange change) {
        Map<Place, Set> sets = new LinkedHashMap<>();
        change.removed().forEach(record -> set(sets, record).removed().add(record));
        change.added().forEach(record -> set(sets, record).added().add(record));
        List<String> effects = new ArrayList<>();
        sets.forEach((place, set) -> describe(place.toString(), set, effects));
        describe(change.before(), change.after()).ifPresent(effects::add);
        return effects;
    }

    private static Set set(Map<Place, Set> sets, Record record) {
        return sets.computeIfAbsent(
                new Place(record.getName(), record.getType()), place -> new Set(new ArrayList<>(), new ArrayList<>()));
    }

    private static void describe(String place, Set set, List<String> effects) {
        boolean lives = set.removed().stream().anyMatch(set.added()::contains);
        if (lives) {
            long before = set.removed().getFirst().getTTL();
            long after = set.added().getFirst().getTTL();
            if (before != after) {
                effects.add(place + " ttl " + before + " → " + after);
            }
        }
        set.removed().stream()
                .filter(record -> !set.added().contains(record))
                .forEach(record -> effects.add(place + " removed " + Records.text(record)));
        set.added().stream()
                .filter(record -> !set.removed().contains(record))
                .forEach(record -> effects.add(place + " added " + Records.text(record) + " ttl " + record.getTTL()));
    }

    private static Optional<String> describe(SOARecord before, SOARecord after) {
        SOARecord counted = Records.withSerial(after, new Serial(before.getSerial()));
        if (counted.equals(before) && after.getTTL() == before.getTTL()) {
            return Optional.empty();
        }
        return Optional.of(before.getName() + " SOA " + Records.text(before) + " → " + Records.text(after));
    }

    private record Place(Name name, int type) {
        @Override
        public String toString() {
            return name + " " + Type.string(type);
        }
    }

    private record Set(List<Record> removed, List<Record> added) {}
}
