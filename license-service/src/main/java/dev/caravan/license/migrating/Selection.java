package dev.caravan.license.migrating;

import java.util.List;

/// Whose mailboxes a command is about.
public sealed interface Selection {

    /// Mailboxes of the source.
    ///
    /// @param guids theirs
    record Mailboxes(List<String> guids) implements Selection {

        public Mailboxes {
            guids = List.copyOf(guids);
        }
    }

    /// Accounts that try it out.
    ///
    /// @param names what stands before the @, at both sides
    record Accounts(List<String> names) implements Selection {

        public Accounts {
            names = List.copyOf(names);
        }
    }
}
