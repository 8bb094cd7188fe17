package dev.caravan.kit.lanes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/// The commands of one account: some running, the others waiting in their order.
final class Lane<W> {

    private final Deque<Ticket<W>> waiting = new ArrayDeque<>();
    private int running;

    void add(Ticket<W> ticket) {
        waiting.addLast(ticket);
    }

    boolean mayStart(int runningMax) {
        return !waiting.isEmpty() && running < runningMax;
    }

    Ticket<W> start() {
        running++;
        return waiting.removeFirst();
    }

    void ended() {
        running--;
    }

    boolean isIdle() {
        return running == 0 && waiting.isEmpty();
    }

    int waiting() {
        return waiting.size();
    }

    Set<Integer> partitions() {
        var partitions = new HashSet<Integer>();
        waiting.forEach(ticket -> partitions.add(ticket.partition()));
        return partitions;
    }

    /// Gives up what waits and matches; answers how many bytes that were.
    long drop(Predicate<Ticket<W>> which) {
        var bytes = waiting.stream().filter(which).mapToLong(Ticket::bytes).sum();
        waiting.removeIf(which);
        return bytes;
    }
}
