package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Recipients;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What hangs on a mailbox: statistics, folders, and who may do what in it.
record Mailboxes(Tenant tenant, Recipients recipients) {

    private static final String SELF = "NT AUTHORITY\\SELF";
    private static final String CALENDAR = "Calendar";

    /// @param identity of exactly one mailbox
    JsonLine one(String identity) {
        List<Recipient> found = recipients.named(identity).stream()
                .filter(recipient -> recipient.kind() == Kind.MAILBOXES)
                .toList();
        return switch (found.size()) {
            case 0 -> throw notFound(identity);
            case 1 -> found.getFirst().object();
            default -> throw CmdletError.ambiguous(identity);
        };
    }

    List<ObjectNode> statistics(String identity) {
        JsonLine mailbox = one(identity);
        return rows(Kind.MAILBOX_STATISTICS, mailbox)
                .map(row -> ((ObjectNode) row.value())
                        .deepCopy()
                        .put("DisplayName", mailbox.text("DisplayName").orElse(""))
                        .put("MailboxGuid", mailbox.text("ExchangeGuid").orElse("")))
                .toList();
    }

    /// With what every mailbox has: its owner's own access.
    List<ObjectNode> permissions(String identity) {
        JsonLine mailbox = one(identity);
        ObjectNode self = JsonMapper.shared()
                .createObjectNode()
                .put("Identity", name(mailbox))
                .put("User", SELF);
        self.putArray("AccessRights").add("FullAccess").add("ReadPermission");
        self.put("IsInherited", false).put("Deny", false).put("InheritanceType", "All");
        return Stream.concat(Stream.of(self), objects(rows(Kind.MAILBOX_PERMISSIONS, mailbox)))
                .toList();
    }

    /// Folders of a kind by the name that the mailbox's language gives them.
    List<ObjectNode> folders(String identity, String scope) {
        if (!scope.equalsIgnoreCase(CALENDAR)) {
            throw CmdletError.badValue("Folder scope '" + scope + "' is not simulated; 'Calendar' is.");
        }
        JsonLine mailbox = one(identity);
        String folder = calendar(mailbox);
        return List.of(JsonMapper.shared()
                .createObjectNode()
                .put("Identity", name(mailbox) + "\\" + folder)
                .put("Name", folder)
                .put("FolderPath", "/" + folder)
                .put("FolderType", CALENDAR));
    }

    /// @param path `<mailbox>:\<folder>`; only the calendar has permissions here
    List<ObjectNode> folderPermissions(String path) {
        int colon = path.lastIndexOf(":\\");
        if (colon < 1) {
            throw notFound(path);
        }
        JsonLine mailbox = one(path.substring(0, colon));
        String folder = path.substring(colon + 2);
        if (!folder.equalsIgnoreCase(calendar(mailbox))) {
            throw notFound(path);
        }
        return objects(folderRows(mailbox)).toList();
    }

    List<ObjectNode> inboxRules(String identity) {
        JsonLine mailbox = one(identity);
        return objects(tenant.all(Kind.INBOX_RULES).stream().filter(row -> means(row, "Mailbox", mailbox)))
                .toList();
    }

    /// Who may send as whom; everybody may as himself.
    List<ObjectNode> sendAs(Optional<String> identity) {
        if (identity.isEmpty()) {
            return objects(tenant.all(Kind.RECIPIENT_PERMISSIONS).stream()).toList();
        }
        List<Recipient> found = recipients.named(identity.get());
        if (found.isEmpty()) {
            throw notFound(identity.get());
        }
        JsonLine recipient = found.getFirst().object();
        ObjectNode self = JsonMapper.shared()
                .createObjectNode()
                .put("Identity", name(recipient))
                .put("Trustee", SELF);
        self.putArray("AccessRights").add("SendAs");
        self.put("AccessControlType", "Allow");
        return Stream.concat(Stream.of(self), objects(rows(Kind.RECIPIENT_PERMISSIONS, recipient)))
                .toList();
    }

    private String calendar(JsonLine mailbox) {
        return folderRows(mailbox)
                .flatMap(row -> row.text("FolderName").stream())
                .findFirst()
                .orElse(CALENDAR);
    }

    private Stream<JsonLine> folderRows(JsonLine mailbox) {
        return tenant.all(Kind.MAILBOX_FOLDER_PERMISSIONS).stream()
                .filter(row -> row.text("Identity")
                        .filter(path -> path.contains(":\\"))
                        .map(path -> path.substring(0, path.lastIndexOf(":\\")))
                        .filter(owner -> isNamed(mailbox, owner))
                        .isPresent());
    }

    private Stream<JsonLine> rows(Kind kind, JsonLine recipient) {
        return tenant.all(kind).stream().filter(row -> means(row, "Identity", recipient));
    }

    private boolean means(JsonLine row, String property, JsonLine recipient) {
        return row.text(property).filter(owner -> isNamed(recipient, owner)).isPresent();
    }

    private boolean isNamed(JsonLine recipient, String identity) {
        return recipients.named(identity).stream()
                .anyMatch(named -> named.object().equals(recipient));
    }

    private CmdletError notFound(String identity) {
        return CmdletError.notFound(identity, server(tenant));
    }

    /// The directory server that errors name.
    static String server(Tenant tenant) {
        return tenant.id().substring(0, 3).toUpperCase(Locale.ROOT) + "PR01A001.PROD.OUTLOOK.COM";
    }

    private static String name(JsonLine recipient) {
        return recipient.text("Identity").orElse("");
    }

    private static Stream<ObjectNode> objects(Stream<JsonLine> rows) {
        return rows.map(row -> (JsonNode) row.value()).map(value -> ((ObjectNode) value).deepCopy());
    }
}
