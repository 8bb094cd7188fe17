package dev.caravan.m365.governor;

import java.time.Duration;
import java.time.Instant;

/// What may be asked of an API for one key, or for one application, and who waits for it.
final class Budget {

    private static final Duration WAIT_MIN = Duration.ofMillis(10);

    private final Allowance units;
    private final Allowance writes;
    private final Line line = new Line();
    private Instant quietUntil = Instant.MIN;

    Budget(Limits.Both limits, Instant now) {
        this.units = new Allowance(limits.units(), now);
        this.writes = new Allowance(limits.writes(), now);
    }

    Line line() {
        return line;
    }

    /// What is given in a second.
    double rate(Said.Counted counted) {
        return (counted == Said.Counted.WRITES ? writes : units).rate();
    }

    /// Gives what the ticket is for, unless it is not its turn or not there: then says when to ask again. What is there
    /// for all before it and for itself is there, whether or not those before it have come.
    Duration ask(Line.Ticket ticket, Instant now) {
        var wait = longer(quiet(now), until(line.upTo(ticket), ticket.cost(), now));
        if (wait.isPositive()) {
            return longer(wait, WAIT_MIN);
        }
        units.take(ticket.cost().units());
        writes.take(ticket.cost().writes());
        line.serve(ticket);
        return Duration.ZERO;
    }

    /// For how long nobody may ask for anything.
    Duration quiet(Instant now) {
        return quietUntil.isAfter(now) ? Duration.between(now, quietUntil) : Duration.ZERO;
    }

    /// An answer came.
    void told(Cost cost, Said said, Instant sentAt, Instant now) {
        switch (said) {
            case Said.Carried(var fill) -> carried(cost, fill, now);
            case Said.Throttled throttled -> {
                counted(cost, throttled.counted()).throttled(sentAt, now, throttled.retryAfter());
                beQuiet(throttled.retryAfter(), now);
            }
            case Said.Unwell(var retryAfter) -> beQuiet(retryAfter, now);
        }
    }

    private void carried(Cost cost, Said.Fill fill, Instant now) {
        var nearest = counted(cost, Said.Counted.UNSAID);
        units.carried(cost.units(), nearest == units ? fill : new Said.Fill.Unsaid(), now);
        writes.carried(cost.writes(), nearest == writes ? fill : new Said.Fill.Unsaid(), now);
    }

    /// What is counted of such a request: writes are far scarcer than units.
    private Allowance counted(Cost cost, Said.Counted said) {
        return switch (said) {
            case UNITS -> units;
            case WRITES -> writes;
            case UNSAID -> cost.writes() > 0 ? writes : units;
        };
    }

    private void beQuiet(Duration retryAfter, Instant now) {
        var until = now.plus(retryAfter);
        if (until.isAfter(quietUntil)) {
            quietUntil = until;
        }
    }

    private Duration until(Cost all, Cost own, Instant now) {
        var untilUnits = units.until(all.units(), now);
        return own.writes() > 0 ? longer(untilUnits, writes.until(all.writes(), now)) : untilUnits;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
