package dev.caravan.m365.governor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// Who waits for a budget, in the order in which it is given: the urgent first, then each tenant as much as the others
/// (start-time fair queuing), and within a tenant who came first.
final class Line {

    private static final Comparator<Ticket> ORDER = Comparator.comparing(Ticket::isUrgent, Comparator.reverseOrder())
            .thenComparingLong(Ticket::start)
            .thenComparingLong(Ticket::number);

    private final TreeSet<Ticket> waiting = new TreeSet<>(ORDER);
    private final Map<String, Long> finishes = new HashMap<>();
    private long served;
    private long joined;

    /// One place in the line.
    ///
    /// @param start how much its tenant has been given when its turn comes
    /// @param number who came later has a greater one
    record Ticket(Cost cost, boolean isUrgent, long start, long number) {}

    Ticket join(String tenantId, Cost cost, boolean isUrgent) {
        var start = Math.max(served, finishes.getOrDefault(tenantId, 0L));
        finishes.put(tenantId, start + cost.units());
        var ticket = new Ticket(cost, isUrgent, start, joined++);
        waiting.add(ticket);
        return ticket;
    }

    /// What those before him and he himself want.
    Cost upTo(Ticket ticket) {
        return waiting.headSet(ticket, true).stream().map(Ticket::cost).reduce(Cost.NOTHING, Cost::plus);
    }

    /// His turn has come.
    void serve(Ticket ticket) {
        served = Math.max(served, ticket.start());
        leave(ticket);
    }

    void leave(Ticket ticket) {
        waiting.remove(ticket);
        if (waiting.isEmpty()) {
            finishes.clear();
            served = 0;
        }
    }
}
