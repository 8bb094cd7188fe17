package dev.caravan.m365.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request's place in the lines that it waits in: its tenant's, then its application's. Whoever does not wait any
/// longer closes it.
public final class Turn implements AutoCloseable {

    private final Object lock;
    private final Key key;
    private final Cost cost;
    private final boolean isUrgent;
    private final List<Budget> budgets;
    private final Iterator<Budget> next;
    private @Nullable Place place;

    private record Place(Budget budget, Line.Ticket ticket) {}

    Turn(Object lock, Key key, Cost cost, boolean isUrgent, List<Budget> budgets) {
        this.lock = lock;
        this.key = key;
        this.cost = cost;
        this.isUrgent = isUrgent;
        this.budgets = budgets;
        this.next = budgets.iterator();
        advance();
    }

    /// For how long to wait before asking again; nothing when the request may be sent.
    public Duration ask(Instant now) {
        synchronized (lock) {
            while (place != null) {
                var wait = place.budget().ask(place.ticket(), now);
                if (wait.isPositive()) {
                    return wait;
                }
                advance();
            }
            return Governor.quiet(budgets, now);
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (place != null) {
                place.budget().line().leave(place.ticket());
                place = null;
            }
        }
    }

    private void advance() {
        if (next.hasNext()) {
            var budget = next.next();
            place = new Place(budget, budget.line().join(key.tenantId(), cost, isUrgent));
        } else {
            place = null;
        }
    }
}
