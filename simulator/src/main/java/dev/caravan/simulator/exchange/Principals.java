package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Optional;

/// Who may be given rights: whoever can sign in, and groups that are security groups.
record Principals(Place place) {

    private static final String SECURITY = "MailUniversalSecurityGroup";

    /// @param signInName how rows of rights name it
    /// @param displayName how rows of folders name it
    record Principal(String id, String signInName, String displayName) {}

    Principal one(String name) {
        List<Recipient> recipients = place.recipients().named(name);
        if (recipients.isEmpty()) {
            return user(name).orElseThrow(() -> CmdletError.notFound(name, Mailboxes.server(place.tenant())));
        }
        return principal(recipient(name));
    }

    /// One that takes mail.
    Recipient recipient(String name) {
        Recipient recipient = new Named(place).one(name);
        boolean allowed = recipient.kind() == Kind.MAILBOXES
                || recipient.kind() == Kind.MAIL_USERS
                || recipient.object().is("RecipientTypeDetails", SECURITY);
        if (!allowed) {
            throw CmdletError.of(
                    "Microsoft.Exchange.Management.Tasks.RecipientTaskException",
                    "The user or group \"" + recipient.identity()
                            + "\" can't be assigned permissions because it isn't a security principal.");
        }
        return recipient;
    }

    private static Principal principal(Recipient recipient) {
        return new Principal(
                recipient.id(),
                recipient.signInName(),
                recipient.object().text("DisplayName").orElseGet(recipient::identity));
    }

    private Optional<Principal> user(String name) {
        return place.tenant().all(Kind.USERS).stream()
                .filter(user -> user.is("id", name) || user.is("userPrincipalName", name))
                .findFirst()
                .map(user ->
                        new Principal(text(user, "id"), text(user, "userPrincipalName"), text(user, "displayName")));
    }

    private static String text(JsonLine user, String property) {
        return user.text(property).orElse("");
    }
}
