package dev.caravan.simulator.portal;

import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.world.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the portal needs of the name servers: their primary's zones, to look at and to edit.
public interface ZoneDesk {

    /// The record sets of a zone, in the order of the zone; empty if there is no such zone.
    Optional<List<RecordSet>> zone(DomainName zone);

    /// Puts a record set in place of what is there, tells the secondaries and records the call together with the
    /// change.
    ///
    /// @param told makes the call out of what came of it; recorded in any case
    Edited put(DomainName zone, RecordSet set, Function<Edited, NewCall> told);

    /// Takes a record set away; otherwise as [#put].
    Edited delete(DomainName zone, String name, String type, Function<Edited, NewCall> told);

    /// What came of an edit.
    sealed interface Edited {

        /// @param effect what changed, a sentence each; empty if it was so already
        record Done(List<String> effect) implements Edited {}

        /// The zone stays as it is, for a reason that a person can read.
        record Refused(String reason) implements Edited {}
    }
}
