package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.account.LicensedUser;
import dev.caravan.mailbox.account.Subscription;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What the users of the tenant of a command's connection are licensed for, and can be.
public interface Licences {

    /// Users by their id; one that is not there any more is missing.
    Outcome<Map<String, LicensedUser>> users(Collection<String> ids, Call call);

    /// What the tenant can license users for.
    Outcome<List<Subscription>> all(Call call);

    /// Two letters of the country in which the organization is.
    Outcome<String> country(Call call);

    /// Gives and takes licences and places, in the order of the changes. Of a licence that is given only the mailbox is
    /// switched on.
    ///
    /// @return [Outcome.Failed] names the users whose change was refused; the others have theirs
    Outcome<Integer> change(List<Change> changes, Call call);
}
