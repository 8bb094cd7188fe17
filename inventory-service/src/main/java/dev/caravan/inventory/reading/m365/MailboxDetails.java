package dev.caravan.inventory.reading.m365;

import static dev.caravan.inventory.reading.m365.Native.text;

import dev.caravan.inventory.tenant.CapturedObject;
import dev.caravan.inventory.tenant.Kind;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.exchange.Cmdlet;
import dev.caravan.m365.exchange.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What hangs on mailboxes: size, rights, rules, and the rights to their calendars, whatever their language calls them.
record MailboxDetails(Cmdlets cmdlets) {

    /// Everybody's access to himself; Exchange shows it for every mailbox.
    private static final String SELF = "NT AUTHORITY\\SELF";

    private static final List<Kind> KINDS =
            List.of(Kind.MAILBOX_STATISTICS, Kind.MAILBOX_PERMISSIONS, Kind.INBOX_RULES);

    Outcome<List<CapturedObject>> of(List<ObjectNode> mailboxes, Call call) {
        return plain(mailboxes, call)
                .then(plain -> calendars(mailboxes, call).map(calendars -> {
                    var all = new ArrayList<>(plain);
                    all.addAll(calendars);
                    return Native.distinct(all);
                }));
    }

    private Outcome<List<CapturedObject>> plain(List<ObjectNode> mailboxes, Call call) {
        var asked = mailboxes.stream()
                .flatMap(mailbox -> Stream.of(
                        Cmdlet.on("Get-MailboxStatistics", identity(mailbox)),
                        Cmdlet.on("Get-MailboxPermission", identity(mailbox)),
                        Cmdlet.of("Get-InboxRule").with("Mailbox", text(mailbox, "Guid"))))
                .toList();
        return cmdlets.all(asked, call).map(outputs -> {
            var objects = new ArrayList<CapturedObject>();
            for (var number = 0; number < outputs.size(); number++) {
                var mailbox = mailboxes.get(number / KINDS.size());
                var kind = KINDS.get(number % KINDS.size());
                outputs.get(number).stream()
                        .filter(row -> !text(row, "User").equals(SELF))
                        .forEach(row -> objects.add(Native.of(kind, id(kind, mailbox, row), row)));
            }
            return objects;
        });
    }

    private static String id(Kind kind, ObjectNode mailbox, ObjectNode row) {
        var guid = text(mailbox, "Guid");
        return switch (kind) {
            case MAILBOX_PERMISSIONS -> guid + "|" + text(row, "User");
            case INBOX_RULES -> guid + "|" + Native.id(row);
            default -> guid;
        };
    }

    private Outcome<List<CapturedObject>> calendars(List<ObjectNode> mailboxes, Call call) {
        var asked = mailboxes.stream()
                .map(mailbox -> Cmdlet.on("Get-MailboxFolderStatistics", identity(mailbox))
                        .with("FolderScope", "Calendar"))
                .toList();
        return cmdlets.all(asked, call).then(outputs -> {
            var calendars = new ArrayList<Calendar>();
            for (var number = 0; number < outputs.size(); number++) {
                var guid = text(mailboxes.get(number), "Guid");
                outputs.get(number).stream()
                        .filter(folder -> text(folder, "FolderType").equals("Calendar"))
                        .forEach(folder -> calendars.add(new Calendar(guid, text(folder, "Name"))));
            }
            return permissions(calendars, call);
        });
    }

    private record Calendar(String mailbox, String name) {

        Identity identity() {
            return new Identity(mailbox + ":\\" + name);
        }
    }

    private Outcome<List<CapturedObject>> permissions(List<Calendar> calendars, Call call) {
        var asked = calendars.stream()
                .map(calendar -> Cmdlet.on("Get-MailboxFolderPermission", calendar.identity()))
                .toList();
        return cmdlets.all(asked, call).map(outputs -> {
            var objects = new ArrayList<CapturedObject>();
            for (var number = 0; number < outputs.size(); number++) {
                var calendar = calendars.get(number);
                outputs.get(number)
                        .forEach(row -> objects.add(Native.of(
                                Kind.MAILBOX_FOLDER_PERMISSIONS,
                                String.join("|", calendar.mailbox(), calendar.name(), text(row, "User")),
                                row)));
            }
            return objects;
        });
    }

    private static Identity identity(ObjectNode mailbox) {
        return new Identity(text(mailbox, "Guid"));
    }
}
