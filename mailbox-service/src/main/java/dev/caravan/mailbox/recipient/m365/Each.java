package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has become of changes that were made each for itself.
final class Each {

    private Each() {}

    /// How many were changed if all were, and else whose change was refused. An address or a name that somebody else
    /// has
    /// may be free when it is tried again: two recipients may exchange theirs.
    static <T> Outcome<Integer> all(List<Change> changes, List<Outcome<T>> outcomes, String code) {
        var failures = new ArrayList<ObjectFailure>();
        var isTransient = true;
        for (var number = 0; number < outcomes.size(); number++) {
            if (outcomes.get(number) instanceof Outcome.Failed<T> failed) {
                var change = changes.get(number);
                failures.add(new ObjectFailure(change.kind(), change.id(), failed.reason()));
                isTransient &= failed.isTransient() || failed.code().equals("address-in-use");
            }
        }
        return failures.isEmpty()
                ? Outcome.done(changes.size())
                : new Outcome.Failed<>(
                        isTransient,
                        code,
                        "%d of %d were not changed, the first: %s"
                                .formatted(
                                        failures.size(),
                                        changes.size(),
                                        failures.getFirst().reason()),
                        failures,
                        Optional.empty());
    }
}
