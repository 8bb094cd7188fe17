package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Users as Exchange knows them, whether they take mail or not.
record Users(Place place) {

    List<ObjectNode> all(Cmdlet cmdlet) {
        Optional<String> identity = cmdlet.text("Identity");
        List<ObjectNode> found = place.tenant().all(Kind.USERS).stream()
                .filter(user -> identity.isEmpty() || isNamed(user, identity.get()))
                .map(this::row)
                .filter(cmdlet.text("Filter").map(OpathFilter::parse).orElse(_ -> true))
                .toList();
        if (identity.isPresent() && found.isEmpty()) {
            throw CmdletError.notFound(identity.get(), Mailboxes.server(place.tenant()));
        }
        return found;
    }

    private boolean isNamed(JsonLine user, String identity) {
        return user.is("id", identity)
                || user.is("userPrincipalName", identity)
                || place.recipients().named(identity).stream().anyMatch(recipient -> user.is("id", recipient.id()));
    }

    private ObjectNode row(JsonLine user) {
        String id = text(user, "id");
        Optional<Recipient> recipient = place.recipients().withId(id);
        return JsonMapper.shared()
                .createObjectNode()
                .put("Identity", recipient.map(Recipient::identity).orElse(id))
                .put("Guid", recipient.map(Recipient::guid).orElse(id))
                .put("ExternalDirectoryObjectId", id)
                .put("DisplayName", text(user, "displayName"))
                .put("FirstName", text(user, "givenName"))
                .put("LastName", text(user, "surname"))
                .put("UserPrincipalName", text(user, "userPrincipalName"))
                .put("WindowsEmailAddress", text(user, "mail"))
                .put("AccountDisabled", !user.isTrue("accountEnabled"))
                .put("IsDirSynced", user.isTrue("onPremisesSyncEnabled"))
                .put(
                        "RecipientTypeDetails",
                        recipient
                                .flatMap(found -> found.object().text("RecipientTypeDetails"))
                                .orElse("User"))
                .put("RecipientType", recipient.map(RecipientRows::type).orElse("User"));
    }

    private static String text(JsonLine user, String property) {
        return user.text(property).orElse("");
    }
}
