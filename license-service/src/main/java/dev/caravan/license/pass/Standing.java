package dev.caravan.license.pass;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far an item is with the pass that a step wants of it.
public sealed interface Standing {

    /// How often a pass is submitted that fails.
    int TRIES_MAX = 3;

    /// After so long without a pass of ours, a person has had the step tried again.
    Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(30);

    /// It is to be submitted.
    ///
    /// @param before how the one of ours before it ended; none is there the first time
    record Due(Optional<PassStatus> before) implements Standing {}

    /// A pass is under way, ours or another.
    record Waiting(PassStatus status) implements Standing {}

    /// It was completed.
    record Completed() implements Standing {}

    /// Nothing can be repaired, because the latest pass copied nothing or not all.
    record Beyond() implements Standing {}

    /// It does not help to submit it again.
    record Broken(String reason) implements Standing {}

    /// @param passes all of the item
    /// @param errors how many of its items could not be copied
    /// @param now when the command was issued
    static Standing of(PassOrder order, List<Pass> passes, int errors, Instant now) {
        var all = passes.stream().sorted(Comparator.comparing(Pass::created)).toList();
        var latest = all.isEmpty() ? Optional.<Pass>empty() : Optional.of(all.getLast());
        var ours = all.stream().filter(order::isOf).toList();
        if (latest.isPresent() && latest.get().isUnderWay()) {
            return new Waiting(latest.get().status());
        }
        if (ours.isEmpty()) {
            return order.kind() == PassKind.RETRY ? repairable(all, errors) : new Due(Optional.empty());
        }
        var isCompleted = latest.filter(pass -> pass.status() == PassStatus.COMPLETED && order.isLike(pass))
                .isPresent();
        return isCompleted || ours.getLast().status() == PassStatus.COMPLETED ? new Completed() : failed(ours, now);
    }

    private static Standing repairable(List<Pass> all, int errors) {
        return all.stream()
                .filter(pass -> !pass.type().equals(PassKind.VERIFY.type()))
                .reduce((_, later) -> later)
                .filter(pass -> pass.status() == PassStatus.COMPLETED)
                .<Standing>map(_ -> errors > 0 ? new Due(Optional.empty()) : new Completed())
                .orElseGet(Beyond::new);
    }

    private static Standing failed(List<Pass> ours, Instant now) {
        var last = ours.getLast();
        var isTriedAgain = !now.isBefore(last.ended().plus(TRIED_AGAIN_AFTER));
        var mayHelp = last.status() == PassStatus.FAILED && tries(ours) < TRIES_MAX;
        return isTriedAgain || mayHelp
                ? new Due(Optional.of(last.status()))
                : new Broken("the pass is %s after %d tries%s"
                        .formatted(last.status(), tries(ours), last.failure().isBlank() ? "" : ": " + last.failure()));
    }

    /// How many have followed each other without a longer pause.
    private static int tries(List<Pass> ours) {
        var tries = 1;
        for (var number = ours.size() - 1; number > 0; number--) {
            var before = ours.get(number - 1);
            if (!ours.get(number).created().isBefore(before.ended().plus(TRIED_AGAIN_AFTER))) {
                return tries;
            }
            tries++;
        }
        return tries;
    }
}
