package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertContacts;
import dev.caravan.mailbox.contact.Contact;
import dev.caravan.mailbox.contact.ContactChanges;
import dev.caravan.mailbox.recipient.Contacts;
import java.util.Map;

/// Creates removed contacts again.
final class RevertingContacts implements Doing<RevertContacts, Map<String, Contact>, MailboxFact> {

    private final Contacts contacts;

    RevertingContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Outcome<Map<String, Contact>> observe(RevertContacts command, Call call) {
        return contacts.standingFor(
                command.changes().stream().map(Change::id).distinct().toList(), call);
    }

    @Override
    public Plan plan(RevertContacts command, Map<String, Contact> observed) {
        return ContactChanges.reversion(observed, command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(RevertContacts command, Map<String, Contact> observed, Plan plan, Call call) {
        var all = (int) command.changes().stream().map(Change::id).distinct().count();
        return contacts.restore(plan.changes(), call)
                .map(restored -> new MailboxFact.ContactsReverted(restored, all - restored, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
