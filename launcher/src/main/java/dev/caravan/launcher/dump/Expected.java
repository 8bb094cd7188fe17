package dev.caravan.launcher.dump;

import dev.caravan.launcher.runs.LedgerLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the ledger says of one object: for each property the changes that were made to it, in their order.
final class Expected {

    private final Kind kind;
    private final Map<String, List<Change>> byPath = new TreeMap<>();

    Expected(Kind kind) {
        this.kind = kind;
    }

    /// One change of one property, with values as the file's reader writes them.
    record Change(LedgerLine line, List<String> before, List<String> after) {}

    void add(String path, Change change) {
        byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(change);
    }

    /// Whether such an object, when it is created, has properties of the remote's own choice beside those that the
    /// ledger speaks of; a record set has none.
    boolean maySayLess() {
        return !(kind.finder() instanceof Kind.Finder.InZone);
    }

    /// Whether such an object has been created again, or may have been, under an id that is the remote's own choice
    /// like
    /// all else that the ledger does not speak of.
    boolean isReborn() {
        return kind.isKnownBeyondItsId()
                && kind.essential()
                        .map(kind.properties()::get)
                        .filter(byPath::containsKey)
                        .isPresent();
    }

    /// Properties that the ledger speaks of.
    Iterable<String> paths() {
        return byPath.keySet();
    }

    /// Whether nobody knows what the property has to be: others have changed it too, or the remote decides.
    boolean isContested(String path) {
        return kind.isLeftBehind()
                || changes(path).stream().anyMatch(change -> change.line().conflict());
    }

    /// The values that a property has to have; empty if the ledger does not speak of it.
    ///
    /// @param loaded values of all properties before the run
    Optional<List<String>> values(String path, Map<String, List<String>> loaded) {
        if (isGone(loaded)) {
            return Optional.of(List.of());
        }
        return byPath.containsKey(path) ? Optional.of(changed(path, loaded)) : Optional.empty();
    }

    /// Whether a property of an object that was created is the remote's own choice again: all that was done to it has
    /// been taken back, while the object is still there.
    boolean isOfRemote(String path) {
        return !isGone(Map.of())
                && changes(path).stream().noneMatch(change -> change.line().applied());
    }

    private boolean isGone(Map<String, List<String>> loaded) {
        return kind.essential()
                .map(kind.properties()::get)
                .filter(byPath::containsKey)
                .filter(essential -> changed(essential, loaded).isEmpty())
                .isPresent();
    }

    private List<String> changed(String path, Map<String, List<String>> loaded) {
        var values = new ArrayList<>(loaded.getOrDefault(path, List.of()));
        for (var change : changes(path)) {
            if (change.line().applied()) {
                values.removeAll(change.before());
                change.after().stream().filter(value -> !values.contains(value)).forEach(values::add);
            }
        }
        return values.stream().sorted().toList();
    }

    private List<Change> changes(String path) {
        return byPath.getOrDefault(path, List.of());
    }
}
