package dev.caravan.launcher.standin;

import dev.caravan.launcher.runs.ChangeByHand;
import java.util.List;

/// What came of one act.
sealed interface Finding {

    /// @param what in words, as it was seen
    /// @param changes what was changed for it
    record Seen(String what, List<ChangeByHand> changes) implements Finding {
        public Seen {
            changes = List.copyOf(changes);
        }
    }

    record NotYet(String why) implements Finding {}

    record Stuck(String why) implements Finding {}
}
