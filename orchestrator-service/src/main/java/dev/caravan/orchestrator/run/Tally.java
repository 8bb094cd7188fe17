package dev.caravan.orchestrator.run;

import java.util.ArrayList;
import java.util.List;

/// What a step has done so far, in numbers.
///
/// @param attempts how often it was tried: as often as that of its chunks that was tried most; 0 before the first
///     command
/// @param objects objects done
/// @param failed objects that failed for good
/// @param changes changes that its plans have told, hence that the ledger may hold
/// @param conflicts the first ones; a bounded number of them
public record Tally(int attempts, int objects, int failed, int changes, List<Conflict> conflicts) {

    static final Tally NONE = new Tally(0, 0, 0, 0, List.of());
    private static final int CONFLICTS_MAX = 10;

    public Tally {
        conflicts = List.copyOf(conflicts);
    }

    boolean hasChanges() {
        return changes > 0;
    }

    Tally issued(int tried) {
        return new Tally(Math.max(attempts, tried), objects, failed, changes, conflicts);
    }

    Tally objectsDone(int more) {
        return new Tally(attempts, objects + more, failed, changes, conflicts);
    }

    Tally objectsFailed(int now) {
        return new Tally(attempts, objects, now, changes, conflicts);
    }

    Tally changesTold(int now) {
        return new Tally(attempts, objects, failed, now, conflicts);
    }

    Tally seen(List<Conflict> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(conflicts);
        more.stream().filter(conflict -> !all.contains(conflict)).forEach(all::add);
        return new Tally(attempts, objects, failed, changes, all.subList(0, Math.min(all.size(), CONFLICTS_MAX)));
    }

    /// For another round over all objects: what was changed stays known.
    Tally anew() {
        return new Tally(attempts, 0, 0, changes, conflicts);
    }
}
