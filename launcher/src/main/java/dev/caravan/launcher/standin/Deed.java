package dev.caravan.launcher.standin;

import dev.caravan.launcher.runs.ChangeByHand;
import java.util.List;

/// What came of doing what a task asks for.
sealed interface Deed {

    /// @param evidence what was seen by looking
    /// @param changes what was changed by hand
    record Done(String evidence, List<ChangeByHand> changes) implements Deed {
        public Done {
            changes = List.copyOf(changes);
        }
    }

    /// The world is not there yet: to be looked at again.
    record NotYet(String why) implements Deed {}

    /// Nobody here can do it.
    record Impossible(String why) implements Deed {}
}
