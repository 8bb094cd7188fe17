package dev.caravan.launcher.dump;

import dev.caravan.launcher.runs.LedgerLine;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a zone has to hold: what was loaded, with what the ledger says was changed and not taken back.
final class Expectation {

    private static final String KIND = "rrset";

    private Expectation() {}

    static SortedMap<String, RecordSet> of(SortedMap<String, RecordSet> loaded, List<LedgerLine> ledger) {
        var expected = new TreeMap<>(loaded);
        for (var line : ledger) {
            if (line.applied() && line.kind().equals(KIND)) {
                apply(line, expected);
            }
        }
        return expected;
    }

    /// The RRsets that the ledger names, as `<name> <type>`.
    static List<String> touched(List<LedgerLine> ledger) {
        return ledger.stream()
                .filter(change -> change.kind().equals(KIND))
                .map(Expectation::key)
                .distinct()
                .sorted()
                .toList();
    }

    private static void apply(LedgerLine change, SortedMap<String, RecordSet> zone) {
        var key = key(change);
        var present = zone.get(key);
        switch (change.property()) {
            case "ttl" -> {
                if (present != null) {
                    zone.put(key, present.withTtl(Long.parseLong(change.after().getFirst())));
                }
            }
            case "values" -> {
                if (change.after().isEmpty()) {
                    zone.remove(key);
                } else {
                    zone.put(
                            key,
                            new RecordSet(present == null ? 0 : present.ttlSeconds(), new TreeSet<>(change.after())));
                }
            }
            default ->
                throw new IllegalArgumentException(
                        "The ledger has a property of RRsets that this check does not know: " + change.property());
        }
    }

    private static String key(LedgerLine change) {
        var name = change.id().substring(0, change.id().lastIndexOf(' '));
        return name.toLowerCase(Locale.ROOT) + change.id().substring(name.length());
    }
}
