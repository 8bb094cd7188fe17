package dev.caravan.simulator.control;

import dev.caravan.simulator.ledger.Call;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which calls of the ledger somebody asks for; what is left out does not matter.
///
/// @param after the sequence number of the last call that is not wanted
/// @param api as `graph`
/// @param target a part of it, in any case
/// @param status how it begins, as `4`
/// @param changing whether the call changed something
/// @param from the simulated instant of the first one
/// @param until the simulated instant before which the last one was
record CallQuery(
        @Nullable Long after,
        @Nullable String world,
        @Nullable String tenant,
        @Nullable String api,
        @Nullable String method,
        @Nullable String target,
        @Nullable String status,
        @Nullable Boolean changing,
        @Nullable Instant from,
        @Nullable Instant until) {

    long first() {
        return after == null ? 0 : after;
    }

    boolean isFor(Call call) {
        return is(world, call.world())
                && is(tenant, call.tenant())
                && is(api, call.api().name().replace('_', '-'))
                && is(method, call.method())
                && (target == null || call.target().toLowerCase(Locale.ROOT).contains(target.toLowerCase(Locale.ROOT)))
                && (status == null || call.status().startsWith(status))
                && (changing == null || changing != call.effect().isEmpty())
                && (from == null || !call.time().isBefore(from))
                && (until == null || call.time().isBefore(until));
    }

    private static boolean is(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.equalsIgnoreCase(value);
    }
}
