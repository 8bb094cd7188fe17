package dev.caravan.kit.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads of a tenant lag behind what was written to it: a contact was seen not to be there 6 seconds after it had been
/// made, and clients look for up to 300 seconds. So what was done is looked at until it is seen, and what may have been
/// done is not done again before it would be.
///
/// @param pauses between two looks; none for remotes whose reads show at once what was written
record Settling(Call call, List<Duration> pauses) {

    /// All pauses together are longer than any lag that was seen.
    private static final List<Duration> OF_TENANTS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2));

    private static final Set<String> UNSEEN = Set.of(Doing.UNVERIFIED, "not-found");

    static Settling of(Call call) {
        return new Settling(call, call.connection().kind() == Connection.Kind.TENANT ? OF_TENANTS : List.of());
    }

    /// Looks until what was done is seen, or for longer than it can lag behind.
    <F> Outcome<F> seen(Supplier<Outcome<F>> look) {
        var seen = look.get();
        for (var pause : pauses) {
            if (!isUnseen(seen)) {
                return seen;
            }
            call.pause(pause);
            seen = look.get();
        }
        return seen;
    }

    /// Where something may have been done, another attempt has to wait until it would be seen.
    <F> Outcome<F> attempted(Outcome<F> attempt) {
        return attempt instanceof Outcome.Failed<F>(var isTransient, var code, var reason, var objects, var retryAfter)
                        && isTransient
                        && retryAfter.isEmpty()
                        && !pauses.isEmpty()
                ? new Outcome.Failed<>(true, code, reason, objects, Optional.of(lagMax()))
                : attempt;
    }

    private Duration lagMax() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean isUnseen(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?> failed && UNSEEN.contains(failed.code());
    }
}
