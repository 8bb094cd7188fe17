package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.access.MailboxAccess;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Who may open the mailboxes of the tenant of a command's connection.
public interface Accesses {

    /// By the mailboxes' guid; one that is not there any more is missing.
    Outcome<Map<String, MailboxAccess>> of(Collection<String> mailboxes, Call call);

    /// Carries changes of full access out, each for itself.
    ///
    /// @return [Outcome.Failed] names the mailboxes whose change was refused; the others have theirs
    Outcome<Integer> change(List<Change> changes, Call call);

    /// Opens mailboxes as a migration tool does.
    ///
    /// @return how many were opened; [Outcome.Failed] names those that could not be
    Outcome<Integer> open(Collection<String> mailboxes, Call call);
}
