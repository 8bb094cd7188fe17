package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.pairing.Profile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who belongs to the groups of the tenant of a call's connection, nested groups as themselves.
public interface Memberships {

    /// Guids of the members by the guid of their group; a member that takes no mail is there by its directory id.
    Outcome<Map<String, Set<String>>> of(Collection<Profile> groups, Call call);

    /// Puts members into groups and takes them out.
    ///
    /// @param profiles of groups and members by their guid
    /// @return [Outcome.Failed] names those that were refused; the others are in or out
    Outcome<Integer> change(List<Change> changes, Map<String, Profile> profiles, Call call);
}
