package dev.caravan.launcher.bench.cutover;

import dev.caravan.launcher.simulation.LedgerCall;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the simulator's ledger has of one half of a cut-over: each part of a batch is a call, as Microsoft counts.
///
/// @param time from the first of the calls to the last, simulated
record Tally(Map<Api, Counts> counts, Duration time) {

    static final Tally NONE = new Tally(Map.of(), Duration.ZERO);

    private static final String THROTTLED = "429";

    Tally {
        counts = Map.copyOf(counts);
    }

    /// @param reads that were carried
    /// @param writes that were carried
    /// @param throttled that were answered with 429
    record Counts(long reads, long writes, long throttled) {

        static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(Counts others) {
            return new Counts(reads + others.reads, writes + others.writes, throttled + others.throttled);
        }

        long all() {
            return reads + writes + throttled;
        }

        private static Counts of(LedgerCall call) {
            if (call.status().equals(THROTTLED)) {
                return new Counts(0, 0, 1);
            }
            return isRead(call) ? new Counts(1, 0, 0) : new Counts(0, 1, 0);
        }

        /// Cmdlets are all posted.
        private static boolean isRead(LedgerCall call) {
            return call.method().equals("GET") || call.target().startsWith("Get-");
        }
    }

    static Tally of(List<LedgerCall> calls) {
        var counts = new EnumMap<Api, Counts>(Api.class);
        var times = calls.stream()
                .filter(call -> Api.of(call.api()).isPresent())
                .map(LedgerCall::time)
                .sorted()
                .toList();
        for (var call : calls) {
            Api.of(call.api()).ifPresent(api -> counts.merge(api, Counts.of(call), Counts::plus));
        }
        return times.isEmpty() ? NONE : new Tally(counts, between(times));
    }

    private static Duration between(List<Instant> times) {
        return Duration.between(times.getFirst(), times.getLast());
    }

    /// Of one API.
    Counts of(Api api) {
        return Optional.ofNullable(counts.get(api)).orElse(Counts.NONE);
    }

    /// Of all APIs.
    Counts sum() {
        return counts.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /// One after the other.
    Tally then(Tally next) {
        var both = new EnumMap<Api, Counts>(Api.class);
        for (var api : Api.values()) {
            both.put(api, of(api).plus(next.of(api)));
        }
        return new Tally(both, time.plus(next.time));
    }
}
