package dev.caravan.launcher.dump;

import dev.caravan.launcher.runs.LedgerLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a ledger says of a world, by file and object. A line that says it of nothing in this world is a problem.
final class LedgerReading {

    private final Accounts accounts;
    private final List<Kind> kinds;
    private final SortedMap<String, WorldFile> before;
    private final SortedMap<String, WorldFile> after;
    private final Map<String, Map<String, Expected>> expected = new HashMap<>();
    private final Map<String, Map<String, String>> ids = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    LedgerReading(
            Accounts accounts,
            List<Kind> kinds,
            SortedMap<String, WorldFile> before,
            SortedMap<String, WorldFile> after) {
        this.accounts = accounts;
        this.kinds = kinds;
        this.before = before;
        this.after = after;
    }

    /// Takes the lines in, in the order in which the changes were made.
    LedgerReading of(List<LedgerLine> ledger) {
        ledger.stream().sorted(Comparator.comparing(LedgerLine::changedAt)).forEach(this::take);
        return this;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /// The files that it says something of, be there any or not.
    Set<String> files() {
        return expected.keySet();
    }

    /// What is said of the objects of a file.
    Map<String, Expected> of(String file) {
        return expected.getOrDefault(file, Map.of());
    }

    private void take(LedgerLine line) {
        var place = accounts.place(line.account());
        if (place.isEmpty()) {
            problems.add("the ledger has a change of %s by %s on the account '%s', which is none of this world"
                    .formatted(line.id(), line.stepId(), line.account()));
            return;
        }
        var known =
                kinds.stream().filter(kind -> kind.name().equals(line.kind())).toList();
        var fitting = known.stream()
                .filter(kind -> kind.places().contains(place.get()))
                .toList();
        if (known.isEmpty()) {
            tell(line, "nobody knows in which file that stands");
        } else if (fitting.isEmpty()) {
            tell(line, "it names an account of " + place.get() + ", which holds no such object");
        }
        var telling = fitting.stream()
                .filter(kind -> kind.properties().containsKey(line.property()))
                .toList();
        if (!fitting.isEmpty() && telling.isEmpty()) {
            tell(line, "nobody knows where its " + line.property() + " stands");
        }
        for (var kind : telling) {
            take(line, kind, place.get());
        }
    }

    private void take(LedgerLine line, Kind kind, Place place) {
        var path = Objects.requireNonNull(kind.properties().get(line.property()));
        var file = kind.file(line.id(), place, filesOfWorlds());
        if (file.isEmpty()) {
            tell(line, "no file of this world holds it");
            return;
        }
        var object = kind.finder() instanceof Kind.Finder.Row row
                ? new RowNames(List.of(after, before))
                        .row(row, line.id(), place)
                        .orElse(line.id())
                : kind.object(line.id(), place, this::idsBy);
        if (!kind.isMirror() || isShown(file.get(), object, path)) {
            try {
                var change = new Expected.Change(
                        line,
                        values(kind, line, line.before(), file.get(), object, path),
                        values(kind, line, line.after(), file.get(), object, path));
                expected.computeIfAbsent(file.get(), _ -> new TreeMap<>())
                        .computeIfAbsent(object, _ -> new Expected(kind))
                        .add(path, change);
            } catch (IOException noValue) {
                tell(line, String.valueOf(noValue.getMessage()));
            }
        }
    }

    /// Of what is only said to be there, the file may say it in its own words.
    private List<String> values(Kind kind, LedgerLine line, List<String> said, String file, String object, String path)
            throws IOException {
        var values = kind.canonical(line.id(), line.property(), said);
        var shown = after.getOrDefault(file, WorldFile.NONE).objects().get(object);
        return kind.reading() == Kind.Reading.PRESENCE && !values.isEmpty() && shown != null
                ? WorldFile.values(shown.get(path))
                : values;
    }

    private boolean isShown(String file, String object, String path) {
        return Stream.of(before, after)
                .map(world -> world.getOrDefault(file, WorldFile.NONE).objects().get(object))
                .anyMatch(properties -> properties != null && properties.containsKey(path));
    }

    private void tell(LedgerLine line, String why) {
        problems.add(
                "the ledger has a change of the %s %s by %s: %s".formatted(line.kind(), line.id(), line.stepId(), why));
    }

    private TreeSet<String> filesOfWorlds() {
        var files = new TreeSet<>(before.keySet());
        files.addAll(after.keySet());
        return files;
    }

    private Map<String, String> idsBy(String file, String property) {
        return ids.computeIfAbsent(file + "#" + property, _ -> {
            var found = new HashMap<>(after.getOrDefault(file, WorldFile.NONE).idsBy(property));
            found.putAll(before.getOrDefault(file, WorldFile.NONE).idsBy(property));
            return found;
        });
    }
}
