package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import java.util.Optional;

/// Turns what only people can settle into failures of single objects, after all others have been done.
final class Obstacles {

    private Obstacles() {}

    /// The outcome if the plan had no obstacle, and else which objects are not done and why.
    static <F> Outcome<F> unless(Plan plan, Outcome<F> outcome) {
        if (plan.conflicts().isEmpty()) {
            return outcome;
        }
        return outcome.then(_ -> new Outcome.Failed<>(
                false,
                "person-needed",
                "%d objects wait for a person, the first: %s"
                        .formatted(
                                plan.conflicts().size(),
                                plan.conflicts().getFirst().sentence()),
                plan.conflicts().stream()
                        .map(conflict -> new ObjectFailure(conflict.kind(), conflict.id(), conflict.sentence()))
                        .toList(),
                Optional.empty()));
    }
}
