package dev.caravan.mailbox.pairing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What somebody may do in a mailbox of somebody else.
///
/// @param holder guid of who may; empty where nobody can tell who is meant
/// @param name as Exchange shows the holder
/// @param rights such as `FullAccess` or `Editor`; of calendars also, with [#FLAG] before it, how the holder gets the
///     owner's mail, such as `flag:Delegate`; for sending on behalf the holder's name
public record Grant(Right right, String holder, String name, List<String> rights) {

    /// What a flag of a calendar's right begins with.
    public static final String FLAG = "flag:";

    public Grant {
        rights = List.copyOf(rights);
    }

    /// Which of the four.
    public enum Right {
        /// Open the mailbox.
        MAILBOX("mailboxPermission"),
        /// Send as it.
        SEND_AS("recipientPermission"),
        /// Use its calendar.
        CALENDAR("mailboxFolderPermission"),
        /// Send on its behalf.
        SEND_ON_BEHALF("sendOnBehalf");

        private final String word;

        Right(String word) {
            this.word = word;
        }

        /// Kind of the objects, as plans, ledger and dump know it; their id is both guids, the mailbox's first.
        public String word() {
            return word;
        }

        /// The right of that word.
        public static Optional<Right> of(String word) {
            return Arrays.stream(values())
                    .filter(right -> right.word.equals(word))
                    .findFirst();
        }
    }
}
