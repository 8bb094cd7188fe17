package dev.caravan.kit.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The pauses under way and when they end.
final class Pauses {

    private final Set<Until> open = ConcurrentHashMap.newKeySet();

    Until begin(Instant due) {
        var until = new Until(due);
        open.add(until);
        return until;
    }

    Optional<Instant> nextDue() {
        return open.stream().map(Until::due).min(Comparator.naturalOrder());
    }

    int count() {
        return open.size();
    }

    /// One pause, over when it is closed. Two pauses with the same end are two.
    final class Until implements AutoCloseable {

        private final Instant due;

        private Until(Instant due) {
            this.due = due;
        }

        Instant due() {
            return due;
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
