package dev.caravan.simulator.trouble;

import dev.caravan.simulator.faults.Fault;
import java.time.Duration;
import java.time.Instant;

/// How much one application may do in a tenant, and with one of its mailboxes.
///
/// Source: Microsoft Graph, service-specific throttling limits.
///
/// @param units resource units of the directory in ten seconds
/// @param writes changes of the directory in two and a half minutes
/// @param requests requests to one mailbox in ten minutes
record Limits(long units, long writes, long requests) {

    /// Requests to one mailbox at a time.
    static final int AT_ONCE = 4;

    private static final int USERS_SMALL = 50;
    private static final int USERS_MEDIUM = 500;
    private static final long UNITS_SMALL = 3_500;
    private static final long UNITS_MEDIUM = 5_000;
    private static final long UNITS_LARGE = 8_000;
    private static final Duration UNITS_WINDOW = Duration.ofSeconds(10);
    private static final long WRITES = 3_000;
    private static final Duration WRITES_WINDOW = Duration.ofSeconds(150);
    private static final long REQUESTS = 10_000;
    private static final Duration REQUESTS_WINDOW = Duration.ofMinutes(10);

    /// Those of a tenant of so many users.
    ///
    /// @param fault may make them smaller
    static Limits of(int users, Fault fault) {
        long units = users < USERS_SMALL ? UNITS_SMALL : users <= USERS_MEDIUM ? UNITS_MEDIUM : UNITS_LARGE;
        return new Limits(
                fault.number("units").orElse(units),
                fault.number("writes").orElse(WRITES),
                fault.number("requests").orElse(REQUESTS));
    }

    Bucket ofUnits(Instant now) {
        return new Bucket(units, UNITS_WINDOW, now);
    }

    Bucket ofWrites(Instant now) {
        return new Bucket(writes, WRITES_WINDOW, now);
    }

    Bucket ofRequests(Instant now) {
        return new Bucket(requests, REQUESTS_WINDOW, now);
    }
}
