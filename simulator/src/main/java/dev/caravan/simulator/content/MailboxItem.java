package dev.caravan.simulator.content;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Link;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Something that was put into a mailbox while the simulation ran.
///
/// @param folder the folder of a message, the list of a task; empty for others
/// @param date the instant by which passes with a date window choose it
/// @param value as Graph shows it
/// @param copiedFrom the id of the item that it is a copy of
public record MailboxItem(
        String id, Type type, String folder, Instant date, long size, ObjectNode value, Optional<String> copiedFrom) {

    private static final String MAILBOX = "mailbox";
    private static final String COPIED_FROM = "copiedFrom";

    /// The kinds of items.
    public enum Type {
        MESSAGE("message"),
        FOLDER("mailFolder"),
        EVENT("event"),
        CONTACT("contact"),
        TASK_LIST("todoTaskList"),
        TASK("todoTask");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        static Type of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no item of a mailbox is called " + word));
        }

        /// What only holds others is none of the things that are counted.
        boolean counts() {
            return this != TASK_LIST && this != FOLDER;
        }
    }

    /// A new item; its size follows from what is in it.
    public static MailboxItem of(Type type, String folder, Instant date, ObjectNode value) {
        String id = newId();
        value.put("id", id);
        long size = value.toString().getBytes(StandardCharsets.UTF_8).length;
        return new MailboxItem(id, type, folder, date, size, value, Optional.empty());
    }

    private static String newId() {
        return "AAMk" + UUID.randomUUID().toString().replace("-", "");
    }

    /// The item as it is in another mailbox.
    public MailboxItem copy(String otherFolder) {
        String other = newId();
        return new MailboxItem(
                other, type, otherFolder, date, size, value.deepCopy().put("id", other), Optional.of(id));
    }

    /// Whether it counts among the mailbox's items.
    public boolean counts() {
        return type.counts();
    }

    /// Everything in a mailbox, in the order in which it came.
    public static List<MailboxItem> all(Place place, Recipient mailbox) {
        return place.rows(Kind.MAILBOX_ITEMS, MAILBOX, mailbox.id())
                .map(MailboxItem::read)
                .toList();
    }

    /// Puts it into a mailbox, which grows by it.
    public void put(Change change, Recipient mailbox) {
        if (type == Type.MESSAGE) {
            value.put("parentFolderId", Folders.id(mailbox, folder));
        }
        ObjectNode row = JsonMapper.shared()
                .createObjectNode()
                .put("id", id)
                .put(MAILBOX, mailbox.guid())
                .put("type", type.word)
                .put("folder", folder)
                .put("date", date.toString())
                .put("size", size);
        copiedFrom.ifPresent(origin -> row.put(COPIED_FROM, origin));
        row.set("value", value);
        change.add(Kind.MAILBOX_ITEMS, row, new Link(MAILBOX, mailbox.guid(), mailbox.id()));
        if (counts()) {
            MailboxSize.grow(change, mailbox, 1, size);
        }
    }

    private static MailboxItem read(JsonLine row) {
        return new MailboxItem(
                row.text("id").orElse(""),
                Type.of(row.text("type").orElse("")),
                row.text("folder").orElse(""),
                row.instant("date").orElse(Instant.EPOCH),
                row.value().path("size").asLong(0),
                (ObjectNode) row.value().path("value"),
                row.text(COPIED_FROM));
    }
}
