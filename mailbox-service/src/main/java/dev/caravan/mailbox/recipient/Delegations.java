package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.pairing.Grant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What others may do in the mailboxes of the tenant of a call's connection.
public interface Delegations {

    /// By the mailboxes' guid; all of them have to be there. What everybody may is not among it.
    Outcome<Map<String, List<Grant>>> of(Collection<String> mailboxes, Call call);

    /// Gives and takes rights.
    ///
    /// @return [Outcome.Failed] names those that were refused; the others are given or taken
    Outcome<Integer> change(List<Change> changes, Call call);
}
