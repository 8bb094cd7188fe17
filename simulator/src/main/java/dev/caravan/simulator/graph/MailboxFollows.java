package dev.caravan.simulator.graph;

import dev.caravan.simulator.names.Following;
import dev.caravan.simulator.names.SignInNames;
import dev.caravan.simulator.tenants.AddressBook;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.CustomAttributes;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.UserStates;
import dev.caravan.simulator.world.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The mailbox or mail user of a user who is called otherwise is called so too, and has an address of the name to
/// sign in with if nobody else has it. Whether that becomes a mailbox's primary one Microsoft does not say, so it is a
/// setting.
record MailboxFollows(Change change, SignInNames names) {

    void signInName(String userId, String name) {
        set(userId, "UserPrincipalName", name);
        if (mailbox(userId).isEmpty()) {
            recipient(userId).ifPresent(mailUser -> another(mailUser, name));
            return;
        }
        UserStates.forget(change, userId);
        Recipient mailbox = mailbox(userId).orElseThrow();
        ProxyAddresses before = AddressBook.of(mailbox.object());
        ProxyAddresses another = before.adding(List.of("smtp:" + name));
        ProxyAddresses primary = before.adding(List.of("SMTP:" + name));
        if (AddressBook.objection(change.tenant(), mailbox, another).isPresent()) {
            return;
        }
        put(mailbox, before, names.addresses() == Following.PRIMARY ? primary : another);
        if (names.addresses() == Following.LATE && !primary.equals(before)) {
            Instant at = change.instant().plus(names.delay());
            UserStates.primaryAt(change, userId, name, at);
            change.effect("mailbox %s: SMTP:%s from %s".formatted(mailbox.guid(), name, at));
        }
    }

    /// Whoever only passes mail on has an address of the name, too, and keeps the primary one outside.
    private void another(Recipient mailUser, String name) {
        ProxyAddresses before = AddressBook.of(mailUser.object());
        ProxyAddresses after = before.adding(List.of("smtp:" + name));
        if (AddressBook.objection(change.tenant(), mailUser, after).isEmpty()) {
            put(mailUser, before, after);
        }
    }

    private void put(Recipient mailbox, ProxyAddresses before, ProxyAddresses after) {
        if (!after.equals(before)) {
            AddressBook.put(change, mailbox, after);
            change.effect("%s %s: %s"
                    .formatted(
                            mailbox.isMailbox() ? "mailbox" : "mail user",
                            mailbox.guid(),
                            String.join(" ", AddressBook.difference(before, after))));
        }
    }

    void displayName(String userId, String name) {
        set(userId, "DisplayName", name);
    }

    void customAttributes(String userId, Map<String, Optional<String>> attributes) {
        recipient(userId).filter(_ -> !attributes.isEmpty()).ifPresent(recipient -> {
            ObjectNode changed = ((ObjectNode) recipient.object().value()).deepCopy();
            attributes.forEach((name, value) -> CustomAttributes.put(changed, name, value));
            change.replace(recipient.kind(), recipient.object(), changed);
        });
    }

    private void set(String userId, String property, String value) {
        recipient(userId).ifPresent(recipient -> {
            ObjectNode changed = ((ObjectNode) recipient.object().value()).deepCopy();
            change.replace(recipient.kind(), recipient.object(), changed.put(property, value));
        });
    }

    /// Who takes the user's mail here or passes it on.
    private Optional<Recipient> recipient(String userId) {
        return change.recipients()
                .withId(userId)
                .filter(recipient -> recipient.kind() == Kind.MAILBOXES || recipient.kind() == Kind.MAIL_USERS);
    }

    private Optional<Recipient> mailbox(String userId) {
        return change.recipients().withId(userId).filter(recipient -> recipient.kind() == Kind.MAILBOXES);
    }
}
