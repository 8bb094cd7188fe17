package dev.caravan.simulator.faults;

import dev.caravan.simulator.journal.Entry;
import dev.caravan.simulator.journal.Journal;
import dev.caravan.simulator.journal.Recalling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The faults that stand, in the order in which they were asked for; those with a count end when it is used up.
public final class Faults implements Recalling {

    private static final String KIND = "faults";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Journal journal;
    private final List<Fault> standing = new ArrayList<>();

    /// No faults yet.
    public Faults(Journal journal) {
        this.journal = journal;
    }

    /// Asks for a fault.
    public synchronized void add(Fault fault) {
        standing.add(fault);
        keep();
    }

    /// Takes all faults away.
    public synchronized void clear() {
        standing.clear();
        keep();
    }

    /// Uses the first standing fault of a kind that means this zone and account, once.
    public synchronized Optional<Fault> take(String kind, @Nullable String zone, @Nullable String account) {
        Optional<Fault> found = find(kind, zone, account);
        found.filter(fault -> fault.count() != null).ifPresent(this::countDown);
        return found;
    }

    /// Uses the first standing fault of a kind that is meant, once.
    public synchronized Optional<Fault> take(String kind, Predicate<Fault> meant) {
        Optional<Fault> found = find(kind, meant);
        found.filter(fault -> fault.count() != null).ifPresent(this::countDown);
        return found;
    }

    /// The first standing fault of a kind that means this zone and account, without using it up.
    public synchronized Optional<Fault> find(String kind, @Nullable String zone, @Nullable String account) {
        return find(kind, fault -> fault.meets(zone, account));
    }

    /// The first standing fault of a kind that is meant, without using it up.
    public synchronized Optional<Fault> find(String kind, Predicate<Fault> meant) {
        return standing.stream()
                .filter(fault -> fault.kind().equals(kind) && meant.test(fault))
                .findFirst();
    }

    /// All that stand.
    public synchronized List<Fault> standing() {
        return List.copyOf(standing);
    }

    private void countDown(Fault fault) {
        int place = standing.indexOf(fault);
        standing.set(place, fault.countedDown());
        standing.removeIf(Fault::exhausted);
        keep();
    }

    private void keep() {
        journal.append(new Entry(KIND, JSON.valueToTree(standing)));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public synchronized void recall(Entry entry) {
        standing.clear();
        entry.data().forEach(fault -> standing.add(JSON.treeToValue(fault, Fault.class)));
    }
}
