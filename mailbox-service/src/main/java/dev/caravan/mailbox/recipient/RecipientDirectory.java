package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.Recipient;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The recipients of the tenant of a command's connection.
public interface RecipientDirectory {

    /// The domain that the tenant began with and that stays with it.
    Outcome<String> initialDomain(Call call);

    /// Mailboxes by their guid; one that is not there any more is missing.
    Outcome<Map<String, Recipient>> mailboxes(Collection<String> guids, Call call);

    /// Which of these addresses nobody in the tenant has.
    Outcome<List<String>> free(Collection<String> addresses, Call call);

    /// Carries changes of addresses out, each for itself.
    ///
    /// @return [Outcome.Failed] names the recipients whose change was refused; the others have theirs
    Outcome<Integer> change(List<Change> changes, Call call);
}
