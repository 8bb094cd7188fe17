package dev.caravan.simulator.dns.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The latest changes of a zone, so that a secondary need not fetch all of it; bounded in changes and in records.
///
/// @param changes oldest first, each starting where the one before it ended
public record History(List<ZoneChange> changes) {

    private static final int CHANGES_MAX = 500;
    private static final int RECORDS_MAX = 50_000;

    /// Takes a copy.
    public History {
        changes = List.copyOf(changes);
    }

    /// Nothing has changed yet.
    public static History none() {
        return new History(List.of());
    }

    /// With one more change; the oldest are forgotten where it would be too much.
    public History with(ZoneChange change) {
        List<ZoneChange> next = new ArrayList<>(changes);
        next.add(change);
        int records = next.stream().mapToInt(ZoneChange::size).sum();
        while (next.size() > CHANGES_MAX || (records > RECORDS_MAX && next.size() > 1)) {
            records -= next.removeFirst().size();
        }
        return new History(next);
    }

    /// The changes that lead from a serial to the present; empty if that is too long ago or was never a version.
    public Optional<List<ZoneChange>> since(Serial serial) {
        for (int index = changes.size() - 1; index >= 0; index--) {
            if (changes.get(index).from().equals(serial)) {
                return Optional.of(changes.subList(index, changes.size()));
            }
        }
        return Optional.empty();
    }

    /// The version that a zone was at a serial; empty if that is too long ago or was never a version.
    ///
    /// @param present the version that the latest change led to
    public Optional<Zone> version(Zone present, Serial serial) {
        if (present.serial().equals(serial)) {
            return Optional.of(present);
        }
        return since(serial).map(later -> back(present, later));
    }

    private static Zone back(Zone present, List<ZoneChange> later) {
        Zone zone = present;
        for (ZoneChange change : later.reversed()) {
            zone = zone.after(change.inverse());
        }
        return zone;
    }
}
