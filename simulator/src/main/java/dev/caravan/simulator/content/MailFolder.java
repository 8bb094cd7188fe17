package dev.caravan.simulator.content;

import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The folders that every mailbox has.
public enum MailFolder {
    INBOX("inbox", "Inbox"),
    DRAFTS("drafts", "Drafts"),
    SENT("sentitems", "Sent Items"),
    DELETED("deleteditems", "Deleted Items"),
    JUNK("junkemail", "Junk Email"),
    ARCHIVE("archive", "Archive"),
    OUTBOX("outbox", "Outbox");

    private final String word;
    private final String displayName;

    MailFolder(String word, String displayName) {
        this.word = word;
        this.displayName = displayName;
    }

    /// The name by which it is known in every mailbox.
    public String word() {
        return word;
    }

    private String id(Recipient mailbox) {
        return id(mailbox, word);
    }

    static String id(Recipient mailbox, String word) {
        return "AQMk" + mailbox.guid().replace("-", "") + word;
    }

    /// The folder of a mailbox by the name that is known everywhere, or by its id there.
    public static Optional<MailFolder> find(Recipient mailbox, String key) {
        return Arrays.stream(values())
                .filter(folder ->
                        folder.word.equalsIgnoreCase(key) || folder.id(mailbox).equals(key))
                .findFirst();
    }

    /// A message that belongs into it.
    public MailboxItem message(Instant date, ObjectNode value) {
        return MailboxItem.of(MailboxItem.Type.MESSAGE, word, date, value);
    }

    /// As Graph shows it.
    public ObjectNode shown(Place place, Recipient mailbox) {
        List<MailboxItem> messages = MailboxItem.all(place, mailbox).stream()
                .filter(item -> item.type() == MailboxItem.Type.MESSAGE)
                .filter(item -> item.folder().equals(word))
                .toList();
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", id(mailbox))
                .put("displayName", displayName)
                .put("parentFolderId", id(mailbox, "msgfolderroot"))
                .put("childFolderCount", 0)
                .put(
                        "unreadItemCount",
                        messages.stream()
                                .filter(item -> !item.value().path("isRead").asBoolean(false))
                                .count())
                .put("totalItemCount", messages.size())
                .put("isHidden", false);
    }
}
