package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.address.User;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The users and recipients of the tenant of a command's connection.
public interface RecipientDirectory {

    /// The domain that the tenant began with and that stays with it.
    Outcome<String> initialDomain(Call call);

    /// Recipients of any kind by their guid, or their id in the directory; one that is not there any more is missing.
    Outcome<Map<String, Recipient>> recipients(Collection<String> ids, Call call);

    /// Users by their id, each with its recipient; one that is not there any more is missing.
    Outcome<Map<String, User>> users(Collection<String> ids, Call call);

    /// Who has these names, as an address or for signing in: the ids of recipients and of users, also of those that
    /// were deleted and can come back.
    ///
    /// @return by name; a name that nobody has is missing
    Outcome<Map<String, Set<String>>> holders(Collection<String> names, Call call);

    /// Carries changes of addresses out, each for itself.
    ///
    /// @return [Outcome.Failed] names the recipients whose change was refused; the others have theirs
    Outcome<Integer> changeAddresses(List<Readdressing> changes, Call call);

    /// Gives users other sign-in names, each for itself.
    ///
    /// @return [Outcome.Failed] names the users whose change was refused; the others have theirs
    Outcome<Integer> rename(List<Change> changes, Call call);
}
