package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.account.ServiceAccount;
import dev.caravan.mailbox.account.Subscription;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Accounts of the tenant of a command's connection, and what they can be licensed for.
public interface Accounts {

    /// By the sign-in name; one that is not there is missing.
    Outcome<Map<String, ServiceAccount>> called(Collection<String> signInNames, Call call);

    /// What the tenant can license users for.
    Outcome<List<Subscription>> licences(Call call);

    /// Creates and licenses accounts as these changes say.
    ///
    /// @return [Outcome.Failed] names those that were refused
    Outcome<Integer> create(List<Change> changes, Call call);

    /// Deletes these accounts for good.
    ///
    /// @return [Outcome.Failed] names those that were not
    Outcome<Integer> remove(Collection<ServiceAccount> accounts, Call call);
}
