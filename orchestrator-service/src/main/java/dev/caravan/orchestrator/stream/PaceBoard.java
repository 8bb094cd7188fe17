package dev.caravan.orchestrator.stream;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What the tasks of this process have open, for those who ask whether time may be skipped. Written by the stream
/// threads, read by anyone.
public final class PaceBoard {

    private final Map<String, Open> openByTask = new ConcurrentHashMap<>();
    private final AtomicLong activity = new AtomicLong();

    /// Commands whose outcome has not been folded yet, over all tasks.
    public long inFlight() {
        return openByTask.values().stream().mapToLong(Open::inFlight).sum();
    }

    /// The earliest open timer over all tasks.
    public Optional<Instant> nextDue() {
        return openByTask.values().stream()
                .map(Open::nextDue)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /// Grows with every record and every timer that was dealt with.
    public long activity() {
        return activity.get();
    }

    void show(String task, long inFlight, Optional<Instant> nextDue) {
        openByTask.put(task, new Open(inFlight, nextDue));
    }

    void moved() {
        activity.incrementAndGet();
    }

    void remove(String task) {
        openByTask.remove(task);
    }

    private record Open(long inFlight, Optional<Instant> nextDue) {}
}
