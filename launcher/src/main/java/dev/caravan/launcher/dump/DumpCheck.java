package dev.caravan.launcher.dump;

import dev.caravan.launcher.runs.LedgerLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares a dumped world with the loaded one, file by file: zones by what the ledger explains, all else line set by
/// line set.
public final class DumpCheck {

    private static final Set<String> LEDGERS_OF_SIMULATOR = Set.of("calls.jsonl", "messages.jsonl");
    private static final String STATE = ".state.jsonl";

    private final Path loaded;
    private final Path dumped;

    public DumpCheck(Path loaded, Path dumped) {
        this.loaded = loaded;
        this.dumped = dumped;
    }

    /// Everything that is not as it has to be; empty when all is well.
    ///
    /// @param ledger of the world's run; none = the world has to be as it was
    public List<String> problems(List<LedgerLine> ledger) throws IOException {
        var problems = new ArrayList<String>();
        var before = files(loaded);
        var after = files(dumped);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            var old = before.get(name);
            var now = after.get(name);
            if (now == null) {
                problems.add(name + " is missing in the dump");
            } else if (old == null) {
                if (!added(name)) {
                    problems.add(name + " was not in the loaded world");
                }
            } else if (name.endsWith(".zone")) {
                problems.addAll(zone(name, ZoneFile.read(old), ZoneFile.read(now), ledger));
            } else if (!lines(old).equals(lines(now))) {
                problems.add(name + " differs from the loaded one");
            }
        }
        return problems;
    }

    /// The RRsets that a ledger names, as `<name> <type>`.
    public static List<String> touched(List<LedgerLine> ledger) {
        return Expectation.touched(ledger);
    }

    private static List<String> zone(String name, ZoneFile old, ZoneFile now, List<LedgerLine> ledger) {
        var expected = Expectation.of(old.recordSets(), ledgerOf(old, ledger));
        var keys = new TreeSet<>(expected.keySet());
        keys.addAll(now.recordSets().keySet());
        return keys.stream()
                .filter(key ->
                        !Objects.equals(expected.get(key), now.recordSets().get(key)))
                .map(key -> "%s: %s is %s and should be %s"
                        .formatted(name, key, shown(now.recordSets().get(key)), shown(expected.get(key))))
                .toList();
    }

    /// The lines about names of this zone; a ledger speaks of all zones of its run.
    private static List<LedgerLine> ledgerOf(ZoneFile zone, List<LedgerLine> ledger) {
        return ledger.stream().filter(line -> zone.holds(line.id())).toList();
    }

    private static String shown(@Nullable RecordSet recordSet) {
        return recordSet == null ? "absent" : "(" + recordSet + ")";
    }

    private static boolean added(String name) {
        return name.endsWith(STATE) || LEDGERS_OF_SIMULATOR.contains(name);
    }

    private static List<String> lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    private static SortedMap<String, Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString(), file -> file, (a, _) -> a, TreeMap::new));
        }
    }
}
