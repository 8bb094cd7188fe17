package dev.caravan.license.migrating;

import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Carries changes out one by one: what is wrong with one mailbox keeps no other from being copied.
final class EachOf {

    private static final String FAILED = "objects-failed";

    private EachOf() {}

    /// How many were carried out if all were, and else which were not.
    ///
    /// @param before those with whom something is wrong already
    static Outcome<Integer> all(
            List<Change> changes, List<ObjectFailure> before, Function<Change, ? extends Outcome<?>> carryOut) {
        var failures = new ArrayList<>(before);
        var isTransient = before.isEmpty();
        for (var change : changes) {
            var outcome = carryOut.apply(change);
            if (outcome instanceof Outcome.Failed<?> failed) {
                if (concernsAll(failed)) {
                    return outcome.map(_ -> 0);
                }
                failures.add(new ObjectFailure(change.kind(), change.id(), failed.reason()));
                isTransient &= failed.isTransient();
            } else if (!(outcome instanceof Outcome.Done<?>)) {
                return outcome.map(_ -> 0);
            }
        }
        return failures.isEmpty() ? Outcome.done(changes.size()) : failed(failures, isTransient);
    }

    /// That something is wrong with some, for a person to look at.
    static <T> Outcome<T> failed(List<ObjectFailure> failures) {
        return failed(failures, false);
    }

    private static <T> Outcome<T> failed(List<ObjectFailure> failures, boolean isTransient) {
        var reason = "%d failed, the first: %s"
                .formatted(failures.size(), failures.getFirst().reason());
        return new Outcome.Failed<>(isTransient, FAILED, reason, failures, Optional.empty());
    }

    /// What BitTitan says of one mailbox may be otherwise with the next; that nobody answers will not.
    private static boolean concernsAll(Outcome.Failed<?> failed) {
        return switch (failed.code()) {
            case "bad-request", "conflict", "not-found", "unreadable-answer" -> false;
            default -> true;
        };
    }
}
