package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetProperty;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Recipients of the tenant of a call's connection as sources or targets of others.
public interface Targets {

    /// Recipients by any id or address of theirs; one that is not there is missing.
    Outcome<Map<String, Profile>> profiles(Collection<String> ids, Call call);

    /// The targets of recipients of another tenant, by the guid of those; who has none is missing.
    ///
    /// @return [Outcome.Failed] for good, with code `ambiguous`, when two carry the same mark
    Outcome<Map<String, Profile>> of(Collection<String> guids, Call call);

    /// Contacts by the address outside, in lower case; several can have the same.
    Outcome<Map<String, List<Profile>>> contacts(Collection<String> outside, Call call);

    /// Sets or empties a property of recipients.
    ///
    /// @return [Outcome.Failed] names those whose change was refused; the others have theirs
    Outcome<Integer> set(TargetProperty property, List<Change> changes, Call call);
}
