package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.pairing.Destination;
import dev.caravan.mailbox.pairing.NewTarget;
import dev.caravan.mailbox.pairing.TargetCreation.Made;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Creates targets in the tenant of a call's connection and removes them.
public interface TargetCreations {

    /// What new objects have to fit into.
    ///
    /// @param moving domains that are none of the tenant's own
    Outcome<Destination> destination(MovingDomains moving, Call call);

    /// What users are licensed for, by their id.
    Outcome<Map<String, List<String>>> partNumbers(Collection<String> users, Call call);

    /// Somebody who signs in.
    ///
    /// @param mark whose target it is; empty where nothing is written there
    /// @param skuIds what the user is licensed for
    record SignIn(String id, String mark, List<String> skuIds) {

        public SignIn {
            skuIds = List.copyOf(skuIds);
        }
    }

    /// Users by their sign-in name; one that nobody has is missing.
    Outcome<Map<String, SignIn>> signIns(Collection<String> names, Call call);

    /// Creates targets, or finishes them.
    ///
    /// @return [Outcome.Failed] names those that were refused; the others are there
    Outcome<Integer> create(List<NewTarget> targets, Destination destination, Call call);

    /// What of recorded creations is still there, by mark.
    Outcome<Map<String, Made>> made(Collection<Change> recorded, Call call);

    /// Removes for good.
    ///
    /// @param made by mark
    /// @return [Outcome.Failed] names those that were not removed; the others are gone
    Outcome<Integer> remove(List<Change> changes, Map<String, Made> made, Call call);
}
