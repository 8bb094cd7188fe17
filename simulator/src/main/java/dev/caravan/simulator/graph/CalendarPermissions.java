package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Who may use a mailbox's calendar: the rows that Exchange's cmdlet shows by display name, each with its address.
record CalendarPermissions(Place place) {

    private static final String EVERYBODY = "Default";
    private static final String NOBODY = "Anonymous";

    List<ObjectNode> of(Recipient mailbox) {
        return place.rows(Kind.MAILBOX_FOLDER_PERMISSIONS, "Identity", mailbox.id())
                .flatMap(row -> shown(mailbox, row).stream())
                .toList();
    }

    private Optional<ObjectNode> shown(Recipient mailbox, JsonLine row) {
        String user = row.text("User").orElse(NOBODY);
        if (user.equals(NOBODY)) {
            return Optional.empty();
        }
        if (user.equals(EVERYBODY)) {
            return Optional.of(permission(mailbox, row, "My Organization", Optional.empty()));
        }
        return place.idOf(Kind.MAILBOX_FOLDER_PERMISSIONS, row, "User")
                .flatMap(id -> place.recipients().withId(id))
                .map(holder -> permission(
                        mailbox,
                        row,
                        holder.object().text("DisplayName").orElseGet(holder::identity),
                        holder.object().text("PrimarySmtpAddress")));
    }

    private static ObjectNode permission(Recipient mailbox, JsonLine row, String name, Optional<String> address) {
        ObjectNode permission = JsonMapper.shared()
                .createObjectNode()
                .put("id", id(mailbox.id() + "/" + address.orElse(name)))
                .put("isRemovable", address.isPresent())
                .put("isInsideOrganization", true)
                .put("role", role(row));
        ObjectNode whom = permission.putObject("emailAddress").put("name", name);
        address.ifPresent(text -> whom.put("address", text));
        Stream.of("none", "freeBusyRead", "limitedRead", "read", "write")
                .forEach(permission.putArray("allowedRoles")::add);
        return permission;
    }

    private static String role(JsonLine row) {
        String rights = row.value().path("AccessRights").path(0).asString("");
        if (row.text("SharingPermissionFlags")
                .filter(flags -> flags.contains("Delegate"))
                .isPresent()) {
            return row.text("SharingPermissionFlags")
                            .filter(flags -> flags.contains("CanViewPrivateItems"))
                            .isPresent()
                    ? "delegateWithPrivateEventAccess"
                    : "delegateWithoutPrivateEventAccess";
        }
        return switch (rights) {
            case "None" -> "none";
            case "AvailabilityOnly" -> "freeBusyRead";
            case "LimitedDetails" -> "limitedRead";
            case "Reviewer" -> "read";
            case "Editor" -> "write";
            default -> "custom";
        };
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
