package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.AddressBook;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes a user.
record UserPatch(Change change) {

    private static final String NAME = "userPrincipalName";
    private static final Set<String> OF_EXCHANGE = Set.of("proxyAddresses", "mail");
    private static final Set<String> OF_USERS = Set.of("displayName", "accountEnabled", "usageLocation");

    void apply(String key, JsonNode body) {
        JsonLine user = new Entities(change).user(key);
        Entities.requireMasteredHere(user);
        ObjectNode value = ((ObjectNode) user.value()).deepCopy();
        for (String property : List.copyOf(body.propertyNames())) {
            if (property.equals(NAME)) {
                new SignInName(body.path(property).asString(""))
                        .require(change, user.text("id").orElse(""));
            } else if (!OF_USERS.contains(property)) {
                throw notWritable(property);
            }
            UserCreation.requireLocation(body.path("usageLocation"));
            if (!body.path(property).equals(value.path(property))) {
                change.effect("user %s: %s was %s and is %s"
                        .formatted(
                                user.text("id").orElse(""),
                                property,
                                value.path(property).asString(""),
                                body.path(property).asString("")));
                value.set(property, body.path(property));
            }
        }
        change.replace(Kind.USERS, user, value);
        if (body.has(NAME)) {
            follow(user.text("id").orElse(""), body.path(NAME).asString());
        }
    }

    static GraphError notWritable(String property) {
        return OF_EXCHANGE.contains(property)
                ? GraphError.refused("Property '" + property + "' is read-only and cannot be set.")
                : GraphError.badRequest("Property '" + property + "' of users is not simulated.");
    }

    /// The mailbox of a user who is called otherwise gets that name, and an address of that name if nobody has it.
    /// Whether that becomes the primary one Microsoft does not say; here it never does.
    private void follow(String userId, String name) {
        Optional<Recipient> mailbox = change.recipients().named(userId).stream()
                .filter(recipient -> recipient.kind() == Kind.MAILBOXES)
                .findFirst();
        if (mailbox.isEmpty()) {
            return;
        }
        JsonLine object = mailbox.get().object();
        change.replace(
                Kind.MAILBOXES, object, ((ObjectNode) object.value()).deepCopy().put("UserPrincipalName", name));
        Recipient renamed = change.recipients().named(userId).stream()
                .filter(recipient -> recipient.kind() == Kind.MAILBOXES)
                .findFirst()
                .orElseThrow();
        ProxyAddresses wanted = AddressBook.of(renamed.object()).adding(List.of("smtp:" + name));
        if (!wanted.equals(AddressBook.of(renamed.object()))
                && AddressBook.objection(change.tenant(), renamed, wanted).isEmpty()) {
            change.effect("mailbox %s: +smtp:%s".formatted(renamed.guid(), name));
            AddressBook.put(change, renamed, wanted);
        }
    }
}
