package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Departure;
import dev.caravan.simulator.tenants.Erasure;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.Optional;

/// Removes mailboxes with their users, who can come back, and contacts and dynamic groups, which cannot.
record Removal(Change change) {

    void mailbox(Cmdlet cmdlet) {
        Recipient mailbox = recipient(cmdlet, Kind.MAILBOXES);
        Optional<JsonLine> user = change.tenant().all(Kind.USERS).stream()
                .filter(object -> object.is("id", mailbox.id()))
                .findFirst();
        user.ifPresentOrElse(new Departure(change)::ofUser, () -> new Erasure(change).of(mailbox));
        removed(mailbox);
    }

    void mailContact(Cmdlet cmdlet) {
        Recipient contact = recipient(cmdlet, Kind.MAIL_CONTACTS);
        new Erasure(change).of(contact);
        removed(contact);
    }

    void dynamicGroup(Cmdlet cmdlet) {
        Recipient group = recipient(cmdlet, Kind.DYNAMIC_DISTRIBUTION_GROUPS);
        new Erasure(change).of(group);
        removed(group);
    }

    private Recipient recipient(Cmdlet cmdlet, Kind kind) {
        Recipient recipient = new Named(change.place()).one(cmdlet.required("Identity"), kind);
        if (recipient.object().isTrue("IsDirSynced")) {
            throw CmdletError.synced(cmdlet.name(), "Identity", recipient);
        }
        return recipient;
    }

    private void removed(Recipient recipient) {
        change.effect(
                "%s %s: %s is removed".formatted(recipient.kind().file(), recipient.guid(), recipient.identity()));
    }
}
