package dev.caravan.kit.lanes;

import java.util.OptionalLong;
import java.util.TreeSet;

/// How far one assignment of a partition has come: it may be committed up to the lowest unfinished offset.
final class Progress {

    private final long assignment;
    private final TreeSet<Long> unfinished = new TreeSet<>();
    private long next;
    private long committed;

    Progress(long assignment) {
        this.assignment = assignment;
    }

    long assignment() {
        return assignment;
    }

    void arrived(long offset) {
        if (offset < next) {
            throw new IllegalArgumentException("offset " + offset + " arrived after " + (next - 1));
        }
        unfinished.add(offset);
        next = offset + 1;
    }

    void finished(long offset) {
        unfinished.remove(offset);
    }

    /// The position to commit, where it has moved since it was last asked for.
    OptionalLong advance() {
        var position = unfinished.isEmpty() ? next : unfinished.first();
        if (position <= committed) {
            return OptionalLong.empty();
        }
        committed = position;
        return OptionalLong.of(position);
    }
}
