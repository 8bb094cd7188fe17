package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.addressing.MailboxCommand.RemoveContacts;
import dev.caravan.mailbox.contact.Contact;
import dev.caravan.mailbox.contact.ContactChanges;
import dev.caravan.mailbox.recipient.Contacts;
import java.util.Map;

/// Removes the contacts that stood for the people who come: they hold the addresses that those are to get.
final class RemovingContacts implements Doing<RemoveContacts, Map<String, Contact>, MailboxFact> {

    private final Contacts contacts;

    RemovingContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Outcome<Map<String, Contact>> observe(RemoveContacts command, Call call) {
        return contacts.of(command.contacts(), call);
    }

    @Override
    public Plan plan(RemoveContacts command, Map<String, Contact> observed) {
        var changes = observed.values().stream()
                .flatMap(contact -> ContactChanges.removal(contact, command.domains()).stream())
                .toList();
        return Plan.of(changes, observed.size());
    }

    @Override
    public Outcome<MailboxFact> apply(RemoveContacts command, Map<String, Contact> observed, Plan plan, Call call) {
        var doomed = (int) plan.changes().stream().map(Change::id).distinct().count();
        return contacts.remove(plan.changes(), observed.values(), call)
                .map(_ -> new MailboxFact.ContactsRemoved(
                        doomed, observed.size() - doomed, command.contacts().size() - observed.size()));
    }
}
