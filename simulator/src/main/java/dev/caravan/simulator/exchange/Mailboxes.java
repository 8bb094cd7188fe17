package dev.caravan.simulator.exchange;

import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import dev.caravan.simulator.world.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What hangs on a mailbox: statistics, folders, and who may do what in it.
record Mailboxes(Place place) {

    private static final String SELF = "NT AUTHORITY\\SELF";
    private static final String CALENDAR = "Calendar";
    private static final String IDENTITY = "Identity";

    /// @param identity of exactly one mailbox
    Recipient one(String identity) {
        return new Named(place).one(identity, Kind.MAILBOXES);
    }

    List<ObjectNode> statistics(String identity) {
        Recipient mailbox = one(identity);
        return place.rows(Kind.MAILBOX_STATISTICS, IDENTITY, mailbox.id())
                .map(row -> ((ObjectNode) row.value())
                        .deepCopy()
                        .put("DisplayName", mailbox.object().text("DisplayName").orElse(""))
                        .put(
                                "MailboxGuid",
                                mailbox.object().text("ExchangeGuid").orElse("")))
                .toList();
    }

    /// With what every mailbox has: its owner's own access.
    List<ObjectNode> permissions(String identity) {
        Recipient mailbox = one(identity);
        ObjectNode self = JsonMapper.shared()
                .createObjectNode()
                .put(IDENTITY, mailbox.identity())
                .put("User", SELF);
        self.putArray("AccessRights").add("FullAccess").add("ReadPermission");
        self.put("IsInherited", false).put("Deny", false).put("InheritanceType", "All");
        return with(self, Kind.MAILBOX_PERMISSIONS, mailbox);
    }

    /// Folders of a kind by the name that the mailbox's language gives them.
    List<ObjectNode> folders(String identity, String scope) {
        if (!scope.equalsIgnoreCase(CALENDAR)) {
            throw CmdletError.badValue("Folder scope '" + scope + "' is not simulated; 'Calendar' is.");
        }
        Recipient mailbox = one(identity);
        String folder = calendar(mailbox);
        return List.of(JsonMapper.shared()
                .createObjectNode()
                .put(IDENTITY, mailbox.identity() + "\\" + folder)
                .put("Name", folder)
                .put("FolderPath", "/" + folder)
                .put("FolderType", CALENDAR));
    }

    /// A folder that has permissions; only the calendar is one here.
    record Folder(Recipient mailbox, String name) {}

    /// @param path `<mailbox>:\<folder>`
    Folder folder(String path) {
        int colon = path.lastIndexOf(":\\");
        if (colon < 1) {
            throw notFound(path);
        }
        Recipient mailbox = one(path.substring(0, colon));
        String name = calendar(mailbox);
        if (!path.substring(colon + 2).equalsIgnoreCase(name)) {
            throw notFound(path);
        }
        return new Folder(mailbox, name);
    }

    List<ObjectNode> folderPermissions(String path) {
        return shown(Kind.MAILBOX_FOLDER_PERMISSIONS, folderRows(folder(path).mailbox()));
    }

    List<ObjectNode> inboxRules(String identity) {
        return shown(
                Kind.INBOX_RULES,
                place.rows(Kind.INBOX_RULES, "Mailbox", one(identity).id()));
    }

    /// Who may send as whom; everybody may as himself.
    List<ObjectNode> sendAs(Optional<String> identity) {
        if (identity.isEmpty()) {
            return shown(Kind.RECIPIENT_PERMISSIONS, place.tenant().all(Kind.RECIPIENT_PERMISSIONS).stream());
        }
        Recipient recipient = new Named(place).one(identity.get());
        ObjectNode self = JsonMapper.shared()
                .createObjectNode()
                .put(IDENTITY, recipient.identity())
                .put("Trustee", SELF);
        self.putArray("AccessRights").add("SendAs");
        self.put("AccessControlType", "Allow");
        return with(self, Kind.RECIPIENT_PERMISSIONS, recipient);
    }

    private String calendar(Recipient mailbox) {
        return folderRows(mailbox)
                .flatMap(row -> row.text("FolderName").stream())
                .findFirst()
                .orElse(CALENDAR);
    }

    Stream<JsonLine> folderRows(Recipient mailbox) {
        return place.rows(Kind.MAILBOX_FOLDER_PERMISSIONS, IDENTITY, mailbox.id());
    }

    private List<ObjectNode> with(ObjectNode first, Kind kind, Recipient owner) {
        return Stream.concat(Stream.of(first), shown(kind, place.rows(kind, IDENTITY, owner.id())).stream())
                .toList();
    }

    private List<ObjectNode> shown(Kind kind, Stream<JsonLine> rows) {
        return new PresentNames(place).rows(kind, rows);
    }

    private CmdletError notFound(String identity) {
        return CmdletError.notFound(identity, server(place.tenant()));
    }

    /// The directory server that errors name.
    static String server(Tenant tenant) {
        return tenant.id().substring(0, 3).toUpperCase(Locale.ROOT) + "PR01A001.PROD.OUTLOOK.COM";
    }
}
