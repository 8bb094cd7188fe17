package dev.caravan.launcher.bench.cutover;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/// The limits that each of the two tenants has.
record FixedLimits(Map<Api, FixedLimit> of) {

    FixedLimits {
        of = Map.copyOf(of);
    }

    /// The shortest time in which the writes of a half can be carried: the APIs can be asked at the same time.
    Duration bound(Tally half) {
        return of.entrySet().stream()
                .map(limit -> limit.getValue().bound(half.of(limit.getKey()).writes()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// The bound of a whole cut-over: its halves are done in different tenants, one after the other.
    Duration bound(Halves halves) {
        return bound(halves.source()).plus(bound(halves.destination()));
    }

    /// Which share of what an API carries at most in the time of a half was carried.
    double used(Api api, Tally half) {
        var limit = of.get(api);
        return limit == null ? 0 : half.of(api).writes() / limit.most(half.time());
    }

    /// The same of a whole cut-over.
    double used(Api api, Halves halves) {
        var limit = of.get(api);
        return limit == null
                ? 0
                : halves.both().of(api).writes()
                        / (limit.most(halves.source().time())
                                + limit.most(halves.destination().time()));
    }
}
