package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.contact.Contact;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The mail contacts of the tenant of a command's connection.
public interface Contacts {

    /// By their guid; one that is not there any more is missing.
    Outcome<Map<String, Contact>> of(Collection<String> guids, Call call);

    /// By the address outside, as Exchange writes it; one that is not there is missing.
    Outcome<Map<String, Contact>> standingFor(Collection<String> outside, Call call);

    /// Removes the contacts that these changes take everything from.
    ///
    /// @param present those that are there
    /// @return [Outcome.Failed] names those that were not removed; the others are gone
    Outcome<Integer> remove(List<Change> changes, Collection<Contact> present, Call call);

    /// Creates the contacts that these changes give an address outside, and gives all of them the addresses and groups
    /// of the changes.
    ///
    /// @return [Outcome.Failed] names those that were not created or changed; the others are as wanted
    Outcome<Integer> restore(List<Change> changes, Call call);
}
