package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.forwarding.Forwarding;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where the mailboxes of the tenant of a command's connection pass their mail on to.
public interface Forwardings {

    /// By the mailboxes' guid; one that is not there any more is missing.
    Outcome<Map<String, Forwarding>> of(Collection<String> mailboxes, Call call);

    /// All mailboxes that pass mail on.
    Outcome<List<Forwarding>> all(Call call);

    /// Carries changes of forwarding out, those of one mailbox at once.
    ///
    /// @return [Outcome.Failed] names the mailboxes whose change was refused; the others have theirs
    Outcome<Integer> change(List<Change> changes, Call call);
}
