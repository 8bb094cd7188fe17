package dev.caravan.simulator.exchange;

import dev.caravan.simulator.exchange.Mailboxes.Folder;
import dev.caravan.simulator.exchange.Principals.Principal;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Link;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who may do what in a folder of a mailbox.
record FolderRights(Change change) {

    private static final Kind KIND = Kind.MAILBOX_FOLDER_PERMISSIONS;
    private static final String IDENTITY = "Identity";
    private static final String USER = "User";
    private static final String RIGHTS = "AccessRights";
    private static final String FLAGS = "SharingPermissionFlags";
    private static final String TASKS = "Microsoft.Exchange.Management.StoreTasks.";
    /// Everybody inside, and everybody else: they are there in every folder.
    private static final Set<String> EVERYBODY = Set.of("Default", "Anonymous");

    private static final List<String> ROLES = List.of(
            "None",
            "AvailabilityOnly",
            "LimitedDetails",
            "Contributor",
            "Reviewer",
            "NonEditingAuthor",
            "Author",
            "PublishingAuthor",
            "Editor",
            "PublishingEditor",
            "Owner");

    /// @param id empty for everybody
    private record Holder(String name, String id) {}

    Result add(Cmdlet cmdlet) {
        Folder folder = folder(cmdlet);
        Holder holder = holder(cmdlet);
        if (row(folder, holder).isPresent()) {
            throw CmdletError.of(
                    TASKS + "UserAlreadyExistsInPermissionEntryException",
                    "An existing permission entry was found for user: " + holder.name() + ".");
        }
        String path = folder.mailbox().identity() + ":\\" + folder.name();
        ObjectNode row = JsonMapper.shared()
                .createObjectNode()
                .put(IDENTITY, path)
                .put("FolderName", folder.name())
                .put(USER, holder.name());
        fill(cmdlet, row);
        change.add(
                KIND,
                row,
                new Link(IDENTITY, folder.mailbox().identity(), folder.mailbox().id()),
                new Link(USER, holder.name(), holder.id()));
        effect(folder, "+" + row.path(RIGHTS), holder);
        return Result.nothing();
    }

    Result set(Cmdlet cmdlet) {
        Folder folder = folder(cmdlet);
        Holder holder = holder(cmdlet);
        JsonLine row = existing(folder, holder);
        ObjectNode value = ((ObjectNode) row.value()).deepCopy();
        fill(cmdlet, value);
        if (!value.equals(row.value())) {
            change.replace(KIND, row, value);
            effect(folder, row.value().path(RIGHTS) + " is " + value.path(RIGHTS), holder);
        }
        return Result.nothing();
    }

    Result remove(Cmdlet cmdlet) {
        Folder folder = folder(cmdlet);
        Holder holder = holder(cmdlet);
        if (holder.id().isEmpty()) {
            throw CmdletError.badValue("The permission of '" + holder.name() + "' can be set, but not removed.");
        }
        JsonLine row = existing(folder, holder);
        change.remove(KIND, row);
        effect(folder, "-" + row.value().path(RIGHTS), holder);
        return Result.nothing();
    }

    private void effect(Folder folder, String what, Holder holder) {
        change.effect("%s %s: %s for %s".formatted(KIND.file(), folder.mailbox().guid(), what, holder.name()));
    }

    private Folder folder(Cmdlet cmdlet) {
        return new Mailboxes(change.place()).folder(cmdlet.required(IDENTITY));
    }

    private Holder holder(Cmdlet cmdlet) {
        String name = cmdlet.required(USER);
        Optional<String> everybody =
                EVERYBODY.stream().filter(name::equalsIgnoreCase).findFirst();
        if (everybody.isPresent()) {
            return new Holder(everybody.get(), "");
        }
        Principal principal = new Principals(change.place()).one(name);
        return new Holder(principal.displayName(), principal.id());
    }

    private JsonLine existing(Folder folder, Holder holder) {
        return row(folder, holder)
                .orElseThrow(() -> CmdletError.of(
                        TASKS + "UserNotFoundInPermissionEntryException",
                        "There is no existing permission entry found for user: " + holder.name() + "."));
    }

    private Optional<JsonLine> row(Folder folder, Holder holder) {
        return new Mailboxes(change.place())
                .folderRows(folder.mailbox())
                .filter(row -> holder.id().isEmpty()
                        ? row.is(USER, holder.name())
                        : change.place()
                                .idOf(KIND, row, USER)
                                .filter(holder.id()::equalsIgnoreCase)
                                .isPresent())
                .findFirst();
    }

    private static void fill(Cmdlet cmdlet, ObjectNode row) {
        ArrayNode rights = row.putArray(RIGHTS);
        cmdlet.requiredAll(RIGHTS)
                .forEach(wanted -> rights.add(ROLES.stream()
                        .filter(wanted::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> CmdletError.badValue(
                                "The access right '" + wanted + "' is not simulated; of folders " + ROLES + " are."))));
        cmdlet.flag("SendNotificationToUser");
        if (cmdlet.has(FLAGS)) {
            row.put(FLAGS, cmdlet.text(FLAGS).orElse("None"));
        }
    }
}
