package dev.caravan.simulator.tenants;

import dev.caravan.simulator.world.Address;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The mailboxes that users have by their licences.
///
/// Source: Microsoft, how the proxyAddresses attribute is populated in Entra ID.
public record MailboxLife(Change change) {

    private static final String USER = "UserMailbox";

    /// Gives a user a mailbox: the one that it had, or a new one. Its addresses are those that the directory has, the
    /// name to sign in with and the one in the initial domain.
    public void give(String userId) {
        JsonLine user = user(userId);
        if (mailbox(userId).isPresent()) {
            return;
        }
        change.recipients().withId(userId).ifPresent(mailUser -> change.remove(mailUser.kind(), mailUser.object()));
        Optional<Recipient> former = new Parting(change).back(userId);
        if (former.isEmpty()) {
            change.add(Kind.MAILBOXES, Shapes.mailbox(userId, text(user, "userPrincipalName"), name(user), USER));
        }
        Recipient mailbox = mailbox(userId).orElseThrow();
        ObjectNode value = ((ObjectNode) mailbox.object().value()).deepCopy();
        CustomAttributes.follow(value, user);
        change.replace(
                Kind.MAILBOXES,
                mailbox.object(),
                value.put("UserPrincipalName", text(user, "userPrincipalName"))
                        .put("DisplayName", text(user, "displayName")));
        Recipient present = mailbox(userId).orElseThrow();
        AddressBook.put(change, present, addresses(user, present));
        change.effect("mailbox %s of user %s is %s"
                .formatted(present.guid(), userId, former.isPresent() ? "connected again" : "new"));
    }

    private Shapes.Name name(JsonLine user) {
        String nick = text(user, "mailNickname");
        String identity = change.recipients().named(nick).isEmpty() ? nick : text(user, "id");
        return new Shapes.Name(identity, nick, text(user, "displayName"));
    }

    private ProxyAddresses addresses(JsonLine user, Recipient mailbox) {
        ProxyAddresses addresses = new ProxyAddresses(user.texts("proxyAddresses"));
        for (String address : List.of(text(user, "userPrincipalName"), initialAddress(user))) {
            String type = addresses.primary().isEmpty() ? "SMTP:" : "smtp:";
            ProxyAddresses more = addresses.adding(List.of(type + address));
            if (AddressBook.objection(change.tenant(), mailbox, more).isEmpty()) {
                addresses = more;
            }
        }
        return addresses;
    }

    /// Takes a user's mailbox away. A primary address that is the name to sign in with goes, and the one in the
    /// initial domain takes its place; what else the directory has stays, and so does a mailbox
    /// that is on hold.
    public void take(String userId) {
        Optional<Recipient> mailbox =
                mailbox(userId).filter(found -> found.object().is("RecipientTypeDetails", USER));
        if (mailbox.isEmpty()) {
            return;
        }
        JsonLine user = user(userId);
        ProxyAddresses before = new ProxyAddresses(user.texts("proxyAddresses"));
        String initial = before.smtp().stream()
                .filter(address -> Address.find(address)
                        .filter(found -> found.domain().equals(change.tenant().initialDomain()))
                        .isPresent())
                .findFirst()
                .orElseGet(() -> initialAddress(user));
        Optional<String> lost = before.primary()
                .filter(text(user, "userPrincipalName")::equalsIgnoreCase)
                .filter(primary -> !primary.equalsIgnoreCase(initial));
        ProxyAddresses after = lost.map(
                        primary -> before.adding(List.of("SMTP:" + initial)).removing(List.of("smtp:" + primary)))
                .orElse(before);
        if (lost.isPresent()) {
            AddressBook.put(change, mailbox.get(), after);
            change.effect("user %s: %s".formatted(userId, String.join(" ", AddressBook.difference(before, after))));
        }
        if (mailbox.get().object().isTrue("LitigationHoldEnabled")) {
            change.effect("mailbox %s of user %s is on hold and stays"
                    .formatted(mailbox.get().guid(), userId));
            return;
        }
        new Parting(change).from(mailbox(userId).orElseThrow());
        change.effect(
                "mailbox %s of user %s is disconnected".formatted(mailbox.get().guid(), userId));
    }

    private String initialAddress(JsonLine user) {
        return text(user, "mailNickname") + "@" + change.tenant().initialDomain();
    }

    private Optional<Recipient> mailbox(String userId) {
        return change.recipients().withId(userId).filter(recipient -> recipient.kind() == Kind.MAILBOXES);
    }

    private JsonLine user(String id) {
        return change.tenant().all(Kind.USERS).stream()
                .filter(user -> user.is("id", id))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonLine user, String property) {
        return user.text(property).orElse("");
    }
}
