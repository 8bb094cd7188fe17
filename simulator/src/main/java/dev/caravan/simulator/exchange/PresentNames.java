package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows as cmdlets answer them: under the names that those whom they mean have now. A name that never meant
/// anybody stays as it is.
record PresentNames(Place place) {

    private static final List<String> OWNERS = List.of("Identity", "Mailbox", "Group");
    private static final List<String> TRUSTEES = List.of("User", "Trustee");
    private static final List<String> LISTS = List.of("GrantSendOnBehalfTo", "ManagedBy");
    private static final String FORWARDING = "ForwardingAddress";
    private static final String FOLDER = ":\\";

    /// All rows but those about somebody who is gone.
    List<ObjectNode> rows(Kind kind, Stream<JsonLine> rows) {
        return rows.flatMap(row -> row(kind, row).stream()).toList();
    }

    private Optional<ObjectNode> row(Kind kind, JsonLine row) {
        ObjectNode shown = ((ObjectNode) row.value()).deepCopy();
        for (String property : OWNERS) {
            place.idOf(kind, row, property)
                    .flatMap(place.recipients()::withId)
                    .ifPresent(owner -> shown.put(
                            property,
                            owner.identity() + folder(row.text(property).orElse(""))));
        }
        for (String property : TRUSTEES) {
            Optional<String> id = place.idOf(kind, row, property);
            Optional<String> name =
                    id.flatMap(kind == Kind.MAILBOX_FOLDER_PERMISSIONS ? this::displayName : this::signInName);
            if (id.isPresent() && name.isEmpty()) {
                return Optional.empty();
            }
            name.ifPresent(present -> shown.put(property, present));
        }
        return Optional.of(shown);
    }

    private static String folder(String path) {
        int colon = path.lastIndexOf(FOLDER);
        return colon < 0 ? "" : path.substring(colon);
    }

    private Optional<String> signInName(String id) {
        return place.recipients()
                .withId(id)
                .map(Recipient::signInName)
                .or(() -> inDirectory(id).flatMap(user -> user.text("userPrincipalName")));
    }

    private Optional<String> displayName(String id) {
        return place.recipients()
                .withId(id)
                .map(recipient -> recipient.object().text("DisplayName").orElseGet(recipient::identity))
                .or(() -> inDirectory(id).flatMap(user -> user.text("displayName")));
    }

    private Optional<JsonLine> inDirectory(String id) {
        return place.tenant().all(Kind.USERS).stream()
                .filter(user -> user.is("id", id))
                .findFirst();
    }

    /// A recipient with the names of those whom it forwards to, who may send on its behalf or who manage it.
    ObjectNode recipient(Recipient recipient) {
        ObjectNode shown = ((ObjectNode) recipient.object().value()).deepCopy();
        recipient
                .object()
                .text(FORWARDING)
                .ifPresent(name -> identity(recipient, FORWARDING, name)
                        .ifPresentOrElse(present -> shown.put(FORWARDING, present), () -> shown.putNull(FORWARDING)));
        for (String property : LISTS) {
            if (shown.path(property).isArray()) {
                ArrayNode list = shown.putArray(property);
                recipient
                        .object()
                        .texts(property)
                        .forEach(name -> identity(recipient, property, name).ifPresent(list::add));
            }
        }
        return shown;
    }

    /// Empty if it meant somebody who is gone.
    private Optional<String> identity(Recipient recipient, String property, String name) {
        Optional<String> id = place.idOf(recipient.kind(), recipient.object(), property, name);
        return id.isEmpty()
                ? Optional.of(name)
                : id.flatMap(place.recipients()::withId).map(Recipient::identity);
    }
}
