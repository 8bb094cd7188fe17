package dev.caravan.simulator.journal;

import java.util.Set;

/// A part of the simulator whose state is the fold of its own entries in the journal.
public interface Recalling {

    /// The kinds of entries that this part wrote.
    Set<String> kinds();

    /// Folds an entry of an earlier process; called in the order of writing, before anything is served.
    void recall(Entry entry);
}
