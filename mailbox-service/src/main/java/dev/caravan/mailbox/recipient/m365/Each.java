package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What has become of changes that were made each for itself.
final class Each {

    private static final String ADDRESS_IN_USE = "address-in-use";
    private static final String DOMAIN_NOT_ACCEPTED = "domain-not-accepted";
    /// Exchange learns of a domain some minutes after it was verified, at the latest after an hour.
    private static final Duration ACCEPTED_LATER = Duration.ofMinutes(2);

    private Each() {}

    /// How many were changed if all were, and else whose change was refused. An address or a name that somebody else
    /// has
    /// may be free when it is tried again: two recipients may exchange theirs.
    ///
    /// @return [Outcome.NotYet] when nothing but a domain that Exchange does not know yet stands in the way
    static Outcome<Integer> all(List<Change> changes, List<? extends Outcome<?>> outcomes, String code) {
        var failures = new ArrayList<ObjectFailure>();
        var codes = new HashSet<String>();
        var isTransient = true;
        for (var number = 0; number < outcomes.size(); number++) {
            if (outcomes.get(number) instanceof Outcome.Failed<?> failed) {
                var change = changes.get(number);
                failures.add(new ObjectFailure(change.kind(), change.id(), failed.reason()));
                codes.add(failed.code());
                isTransient &= failed.isTransient() || failed.code().equals(ADDRESS_IN_USE);
            }
        }
        if (failures.isEmpty()) {
            return Outcome.done(changes.size());
        }
        var reason = "%d of %d were not changed, the first: %s"
                .formatted(failures.size(), changes.size(), failures.getFirst().reason());
        return codes.equals(Set.of(DOMAIN_NOT_ACCEPTED))
                ? new Outcome.NotYet<>(ACCEPTED_LATER, reason)
                : new Outcome.Failed<>(isTransient, code, reason, failures, Optional.empty());
    }
}
