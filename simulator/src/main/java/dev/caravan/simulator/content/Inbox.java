package dev.caravan.simulator.content;

import dev.caravan.simulator.mail.Arrivals;
import dev.caravan.simulator.mail.Posted;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Puts letters that have arrived into their readers' mailboxes; groups take them, but hand nothing on.
@Component
final class Inbox implements Arrivals {

    private static final String MESSAGE_ID = "internetMessageId";

    private final Tenants tenants;

    Inbox(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void arrived(String tenant, Posted letter, Instant now) {
        tenants.happen(tenant, change -> put(change, letter, now), List::of);
    }

    private static void put(Change change, Posted letter, Instant now) {
        reader(change, letter.to())
                .filter(mailbox ->
                        MailboxItem.all(change.place(), mailbox).stream().noneMatch(item -> isCopyOf(letter, item)))
                .ifPresent(mailbox -> {
                    ObjectNode message = ((ObjectNode) letter.message().deepCopy());
                    message.put("receivedDateTime", now.toString()).put("isRead", false);
                    MailFolder.INBOX.message(now, message).put(change, mailbox);
                });
    }

    private static Optional<Recipient> reader(Change change, String address) {
        return change.recipients().named(address).stream()
                .filter(Recipient::isMailbox)
                .filter(mailbox -> mailbox.smtpAddresses().stream().anyMatch(address::equalsIgnoreCase))
                .findFirst();
    }

    private static boolean isCopyOf(Posted letter, MailboxItem item) {
        return item.folder().equals(MailFolder.INBOX.word())
                && item.value().path(MESSAGE_ID).equals(letter.message().path(MESSAGE_ID));
    }
}
