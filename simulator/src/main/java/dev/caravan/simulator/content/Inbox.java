package dev.caravan.simulator.content;

import dev.caravan.simulator.mail.Arrivals;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.tenants.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
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
    public void arrived(String tenant, String to, JsonNode message, Instant now) {
        tenants.happen(tenant, change -> put(change, to, message, now), List::of);
    }

    private static void put(Change change, String to, JsonNode message, Instant now) {
        reader(change, to)
                .filter(mailbox ->
                        MailboxItem.all(change.place(), mailbox).stream().noneMatch(item -> isCopyOf(message, item)))
                .ifPresent(mailbox -> {
                    ObjectNode received = ((ObjectNode) message.deepCopy());
                    received.put("receivedDateTime", now.toString()).put("isRead", false);
                    MailFolder.INBOX.message(now, received).put(change, mailbox);
                });
    }

    private static Optional<Recipient> reader(Change change, String address) {
        return change.recipients().named(address).stream()
                .filter(Recipient::isMailbox)
                .filter(mailbox -> mailbox.smtpAddresses().stream().anyMatch(address::equalsIgnoreCase))
                .findFirst();
    }

    private static boolean isCopyOf(JsonNode message, MailboxItem item) {
        return item.folder().equals(MailFolder.INBOX.word())
                && item.value().path(MESSAGE_ID).equals(message.path(MESSAGE_ID));
    }
}
