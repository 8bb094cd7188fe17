package dev.caravan.orchestrator.runbook;

import java.util.List;
import java.util.Optional;

/// What takes a step back when the whole run is backed out.
public sealed interface BackOut {

    /// A command that is given the step's changes from the ledger.
    ///
    /// @param guide the numbers of the guide's back-out steps that it covers
    /// @param when only then are the changes taken back, else they are kept and declared as a loss; empty = always
    record Undo(CommandName command, List<String> guide, RoleName on, Optional<Condition> when) implements BackOut {
        public Undo {
            guide = List.copyOf(guide);
        }
    }

    /// A task for a person, who takes back what the step's own task had changed: the changes come from the ledger.
    ///
    /// @param acts what else is to be looked at or attested
    /// @param evidence what proves it; empty = the answer is enough
    /// @param guide the numbers of the guide's back-out steps that it covers
    record ByHand(Assignee assignee, String instructions, Acts acts, Optional<String> evidence, List<String> guide)
            implements BackOut {
        public ByHand {
            guide = List.copyOf(guide);
        }
    }

    /// The step changes nothing that would have to be taken back.
    record NothingToUndo() implements BackOut {}

    /// The step cannot be taken back; told to people before they approve, and declared as a loss.
    record Irreversible(String reason) implements BackOut {}
}
