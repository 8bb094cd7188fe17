package dev.caravan.m365.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Says when a request may be sent, and learns from every answer. May be used by many at once.
public final class Governor {

    private final Map<Api, Limits> limits;
    private final Map<Key, Budget> tenants = new HashMap<>();
    private final Map<Key.Application, Budget> applications = new HashMap<>();

    public Governor(Map<Api, Limits> limits) {
        this.limits = Map.copyOf(limits);
    }

    /// Joins those who wait.
    ///
    /// @param isUrgent whether it goes before those that are not
    public Turn join(Key key, Cost cost, boolean isUrgent, Instant now) {
        synchronized (this) {
            return new Turn(this, key, cost, isUrgent, budgets(key, now));
        }
    }

    /// For how long nobody of that key may send anything, whatever leave he has.
    public Duration quiet(Key key, Instant now) {
        synchronized (this) {
            return quiet(budgets(key, now), now);
        }
    }

    /// An answer came, to a request or to one part of a batch.
    ///
    /// @param sentAt when the request was sent
    public void told(Key key, Cost cost, Said said, Instant sentAt, Instant now) {
        synchronized (this) {
            switch (said) {
                case Said.Throttled throttled
                when throttled.reach() == Said.Reach.APPLICATION ->
                    application(key, now).orElseGet(() -> tenant(key, now)).told(cost, said, sentAt, now);
                case Said.Throttled _, Said.Unwell _ -> tenant(key, now).told(cost, said, sentAt, now);
                case Said.Carried _ -> {
                    tenant(key, now).told(cost, said, sentAt, now);
                    application(key, now).ifPresent(budget -> budget.told(cost, carried(), sentAt, now));
                }
            }
        }
    }

    /// How much of a kind is given in a second; nothing before it was asked for.
    public double rate(Key key, Said.Counted counted) {
        synchronized (this) {
            var budget = tenants.get(key);
            return budget == null ? 0 : budget.rate(counted);
        }
    }

    static Duration quiet(List<Budget> budgets, Instant now) {
        return budgets.stream()
                .map(budget -> budget.quiet(now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// How full a tenant's count is says nothing about the application's.
    private static Said carried() {
        return new Said.Carried(new Said.Fill.Unsaid());
    }

    private List<Budget> budgets(Key key, Instant now) {
        return Stream.concat(Stream.of(tenant(key, now)), application(key, now).stream())
                .toList();
    }

    private Budget tenant(Key key, Instant now) {
        return tenants.computeIfAbsent(key, _ -> new Budget(limits(key).tenant(), now));
    }

    private Optional<Budget> application(Key key, Instant now) {
        return limits(key)
                .application()
                .map(both -> applications.computeIfAbsent(key.application(), _ -> new Budget(both, now)));
    }

    private Limits limits(Key key) {
        return Optional.ofNullable(limits.get(key.api())).orElseThrow();
    }
}
