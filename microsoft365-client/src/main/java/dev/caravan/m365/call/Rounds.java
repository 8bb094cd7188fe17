package dev.caravan.m365.call;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.wire.Failures;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// How often something is sent again: what was throttled, because nothing was done; and what only reads, when the host
/// was not well.
final class Rounds {

    private static final Set<String> UNWELL =
            Set.of("unavailable", "server-error", "no-answer", "exchange-busy", Failures.UNKNOWN);

    private static final int DOUBLINGS_MAX = 10;

    private final GovernorSettings settings;
    private final RandomGenerator random;
    private final Call call;
    private int throttled;
    private int unwell;

    Rounds(GovernorSettings settings, RandomGenerator random, Call call) {
        this.settings = settings;
        this.random = random;
        this.call = call;
    }

    /// Whether another round is worth it, and not too late for the command.
    boolean isWorthIt(Outcome<?> outcome, boolean isRead) {
        return outcome instanceof Outcome.Failed<?> failed
                && isInTime(failed.retryAfter().orElse(Duration.ZERO))
                && (isThrottled(failed)
                        ? throttled < settings.throttledMax()
                        : isRead && UNWELL.contains(failed.code()) && unwell < settings.readsAgainMax());
    }

    /// Begins another round for what ended so.
    ///
    /// @return for how long to pause before it
    Duration begin(List<? extends Outcome<?>> again) {
        var asked = again.stream()
                .map(Rounds::retryAfter)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (again.stream().anyMatch(Rounds::isThrottled)) {
            throttled++;
        }
        if (again.stream().allMatch(Rounds::isThrottled)) {
            return asked;
        }
        var backOff = backOff(unwell++);
        return asked.compareTo(backOff) > 0 ? asked : backOff;
    }

    private boolean isInTime(Duration pause) {
        return pause.compareTo(settings.pauseMax()) <= 0
                && !call.clock().instant().plus(pause).isAfter(call.header().notAfter());
    }

    private static Duration retryAfter(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?> failed ? failed.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
    }

    private Duration backOff(int roundsBefore) {
        var middle = settings.readsAgainAfter().multipliedBy(1L << Math.min(roundsBefore, DOUBLINGS_MAX));
        var jittered = Duration.ofNanos((long) (middle.toNanos() * (0.5 + random.nextDouble())));
        return jittered.compareTo(settings.pauseMax()) > 0 ? settings.pauseMax() : jittered;
    }

    private static boolean isThrottled(Outcome<?> outcome) {
        return Failures.isFailure(outcome, Failures.THROTTLED);
    }
}
