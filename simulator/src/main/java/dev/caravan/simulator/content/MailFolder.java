package dev.caravan.simulator.content;

import java.time.Instant;
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

    String displayName() {
        return displayName;
    }

    /// A message that belongs into it.
    public MailboxItem message(Instant date, ObjectNode value) {
        return MailboxItem.of(MailboxItem.Type.MESSAGE, word, date, value);
    }
}
