package dev.caravan.mailbox.access;

import java.util.List;

/// Who may open a mailbox, as Exchange shows it.
///
/// @param guid the mailbox's
/// @param displayName for people only: names repeat
/// @param fullAccess the sign-in names of those who have full access of their own, not by a group or role
public record MailboxAccess(String guid, String displayName, List<String> fullAccess) {

    public MailboxAccess {
        fullAccess = List.copyOf(fullAccess);
    }

    /// Whether that account has full access.
    public boolean isOpenTo(String account) {
        return fullAccess.stream().anyMatch(account::equalsIgnoreCase);
    }
}
