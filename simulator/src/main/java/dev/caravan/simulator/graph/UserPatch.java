package dev.caravan.simulator.graph;

import dev.caravan.simulator.names.SignInNames;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.CustomAttributes;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes a user.
record UserPatch(Change change, SignInNames names) {

    private static final String NAME = "userPrincipalName";
    private static final Set<String> OF_EXCHANGE = Set.of("proxyAddresses", "mail");

    void apply(String key, JsonNode body) {
        JsonLine user = new Entities(change).user(key);
        Entities.requireMasteredHere(user);
        ObjectNode value = ((ObjectNode) user.value()).deepCopy();
        Map<String, Optional<String>> attributes = ExtensionAttributes.of(body);
        for (String property : List.copyOf(body.propertyNames())) {
            require(user, property, body);
            if (property.equals(CustomAttributes.IN_DIRECTORY)) {
                attributes.forEach((name, wanted) -> CustomAttributes.putInDirectory(value, name, wanted));
                if (!value.path(property).equals(user.value().path(property))) {
                    change.effect("user %s: %s were %s and are %s"
                            .formatted(
                                    user.text("id").orElse(""),
                                    property,
                                    user.value().path(property),
                                    value.path(property)));
                }
            } else if (!body.path(property).equals(value.path(property))) {
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
        String id = user.text("id").orElse("");
        MailboxFollows mailbox = new MailboxFollows(change, names);
        mailbox.customAttributes(id, attributes);
        if (body.has("displayName")) {
            mailbox.displayName(id, body.path("displayName").asString());
        }
        if (body.has(NAME)) {
            mailbox.signInName(id, body.path(NAME).asString());
        }
    }

    private void require(JsonLine user, String property, JsonNode body) {
        switch (property) {
            case NAME ->
                new SignInName(body.path(NAME).asString(""))
                        .require(change, user.text("id").orElse(""));
            case "displayName" -> Entities.text(body, property, "User");
            case "accountEnabled" -> Entities.flag(body, property, "User");
            case CustomAttributes.IN_DIRECTORY -> {
                // Read before anything is changed.
            }
            case "usageLocation" -> UserCreation.requireLocation(body.path(property));
            default -> throw notWritable(property);
        }
    }

    static GraphError notWritable(String property) {
        return OF_EXCHANGE.contains(property)
                ? GraphError.refused("Property '" + property + "' is read-only and cannot be set.")
                : GraphError.badRequest("Property '" + property + "' of users is not simulated.");
    }
}
