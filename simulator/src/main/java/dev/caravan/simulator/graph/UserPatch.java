package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.AddressBook;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.ProxyAddresses;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes a user.
record UserPatch(Change change) {

    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9'.\\-_!#^~]{1,64}");
    private static final Set<String> OF_EXCHANGE = Set.of("proxyAddresses", "mail");
    private static final Set<String> OF_USERS = Set.of("displayName", "accountEnabled", "usageLocation");

    void apply(String key, JsonNode body) {
        JsonLine user = change.tenant().all(Kind.USERS).stream()
                .filter(object -> object.is("id", key) || object.is("userPrincipalName", key))
                .findFirst()
                .orElseThrow(() -> GraphError.notFound(key));
        if (user.isTrue("onPremisesSyncEnabled")) {
            throw GraphError.refused("Unable to update the specified properties for on-premises mastered Directory Sync"
                    + " objects or objects currently undergoing migration.");
        }
        ObjectNode value = ((ObjectNode) user.value()).deepCopy();
        for (String property : List.copyOf(body.propertyNames())) {
            if (OF_EXCHANGE.contains(property)) {
                throw GraphError.refused("Property '" + property + "' is read-only and cannot be set.");
            }
            if (property.equals("userPrincipalName")) {
                requireName(user, body.path(property).asString(""));
            } else if (!OF_USERS.contains(property)) {
                throw GraphError.badRequest("Property '" + property + "' of users is not simulated.");
            }
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
        if (body.has("userPrincipalName")) {
            follow(user.text("id").orElse(""), body.path("userPrincipalName").asString());
        }
    }

    private void requireName(JsonLine user, String name) {
        int at = name.lastIndexOf('@');
        Optional<DomainName> domain = DomainName.find(name.substring(at + 1));
        if (at < 1 || domain.isEmpty() || !change.tenant().usableDomains().contains(domain.get())) {
            throw GraphError.refused("The domain portion of the userPrincipalName property is invalid. You must use one"
                    + " of the verified domain names in your organization.");
        }
        if (!LOCAL.matcher(name.substring(0, at)).matches()) {
            throw GraphError.refused("Invalid value specified for property 'userPrincipalName' of resource 'User'.");
        }
        boolean taken = change.tenant().all(Kind.USERS).stream()
                .anyMatch(other -> other.line() != user.line() && other.is("userPrincipalName", name));
        if (taken) {
            throw GraphError.conflict("userPrincipalName");
        }
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
