package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.content.Folders;
import dev.caravan.simulator.content.MailboxItem;
import dev.caravan.simulator.content.MailboxSize;
import dev.caravan.simulator.content.TaskLists;
import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What one pass copies from a mailbox into another: what is there, of its types, in its window, and not copied yet.
///
/// What the mailbox held when its world was loaded is spread evenly over the five years before the simulation began.
record Copying(Map<ItemType, Part> parts, Row copied) {

    private static final Duration AGE = Duration.ofDays(1826);
    private static final String SOURCE = "Source";
    private static final String DESTINATION = "Destination";

    /// Two mailboxes, each in its tenant.
    ///
    /// @param to the tenant that is copied into
    record Between(Place from, Recipient source, Place to, Recipient destination) {

        /// Where an item of the source belongs at the destination: a folder or list, made if it is not there.
        String container(MailboxItem item, Change change) {
            return switch (item.type()) {
                case MESSAGE -> new Folders(from, source).matching(item.folder(), change, destination);
                case TASK -> new TaskLists(change).matching(from, source, item.folder(), destination);
                case FOLDER, TASK_LIST, EVENT, CONTACT -> item.folder();
            };
        }
    }

    /// From one instant to before another.
    record Window(Instant from, Instant to) {

        static Window of(Row pass) {
            return new Window(
                    pass.instant("ItemStartDate").orElse(Passes.BEGINNING),
                    pass.instant("ItemEndDate").orElse(Passes.END));
        }

        boolean holds(Instant date) {
            return !date.isBefore(from) && date.isBefore(to);
        }
    }

    static Copying of(Draft draft, Between mailboxes, Set<ItemType> types, Window window) {
        Row copied = copied(draft, mailboxes);
        List<MailboxItem> items = MailboxItem.all(mailboxes.from(), mailboxes.source());
        Set<String> there = MailboxItem.all(mailboxes.to(), mailboxes.destination()).stream()
                .flatMap(item -> item.copiedFrom().stream())
                .collect(Collectors.toSet());
        MailboxSize size = MailboxSize.of(mailboxes.from(), mailboxes.source());
        List<MailboxItem> counted = items.stream().filter(MailboxItem::counts).toList();
        long loaded = Math.max(0, size.items() - counted.size());
        long bytes = Math.max(
                0, size.bytes() - counted.stream().mapToLong(MailboxItem::size).sum());
        Map<ItemType, Part> parts = new EnumMap<>(ItemType.class);
        for (ItemType type : types) {
            long whole = type.of(loaded);
            List<MailboxItem> missing = counted.stream()
                    .filter(item -> type(item) == type && window.holds(item.date()) && !there.contains(item.id()))
                    .toList();
            Span wanted = span(whole, window, draft.workgroup().since().get());
            List<Span> before = Span.read(copied.value().path(type.word()));
            parts.put(type, new Part(whole, type.of(bytes), wanted.without(before), missing));
        }
        return new Copying(parts, copied);
    }

    private static Row copied(Draft draft, Between mailboxes) {
        String pair = mailboxes.source().guid() + "/" + mailboxes.destination().guid();
        String id =
                UUID.nameUUIDFromBytes(pair.getBytes(StandardCharsets.UTF_8)).toString();
        return draft.find(Table.COPIES, id)
                .orElseGet(() -> new Row(JsonMapper.shared()
                        .createObjectNode()
                        .put("Id", id)
                        .put(SOURCE, mailboxes.source().guid())
                        .put(DESTINATION, mailboxes.destination().guid())));
    }

    private static ItemType type(MailboxItem item) {
        return switch (item.type()) {
            case MESSAGE, FOLDER -> ItemType.MAIL;
            case EVENT -> ItemType.CALENDAR;
            case CONTACT -> ItemType.CONTACT;
            case TASK, TASK_LIST -> ItemType.TASK;
        };
    }

    private static Span span(long whole, Window window, Instant newest) {
        return new Span(number(whole, window.from(), newest), number(whole, window.to(), newest));
    }

    /// How many items are older than an instant.
    private static long number(long whole, Instant instant, Instant newest) {
        long age = AGE.toSeconds();
        Instant oldest = newest.minus(AGE);
        long seconds = Math.clamp(instant.getEpochSecond() - oldest.getEpochSecond(), 0, age);
        return Math.ceilDiv(whole * seconds, age);
    }

    long count() {
        return parts.values().stream().mapToLong(Part::count).sum();
    }

    long bytes() {
        return parts.values().stream().mapToLong(Part::bytes).sum();
    }

    /// As much of it as fits into so many bytes.
    Copying within(long limit) {
        Map<ItemType, Part> fitting = new EnumMap<>(ItemType.class);
        long left = Math.max(0, limit);
        for (Map.Entry<ItemType, Part> part : parts.entrySet()) {
            Part some = part.getValue().within(left);
            fitting.put(part.getKey(), some);
            left -= some.bytes();
        }
        return new Copying(fitting, copied);
    }

    /// Puts it into the destination, and remembers that it is there.
    ///
    /// @param failing how many of the messages do not arrive
    void into(Draft draft, Change change, Between mailboxes, long failing) {
        Recipient destination = mailboxes.destination();
        Row now = copied.with(value -> parts.forEach((type, part) -> value.set(
                type.word(), Span.written(Span.union(Span.read(copied.value().path(type.word())), part.spans())))));
        draft.keep(Table.COPIES, now);
        long lost = failing
                * Optional.ofNullable(parts.get(ItemType.MAIL))
                        .map(Part::itemBytes)
                        .orElse(0L);
        List<MailboxItem> items =
                parts.values().stream().flatMap(part -> part.items().stream()).toList();
        long itemBytes = items.stream().mapToLong(MailboxItem::size).sum();
        long count = count() - items.size() - failing;
        if (count > 0) {
            MailboxSize.grow(change, destination, count, bytes() - itemBytes - lost);
        }
        for (MailboxItem item : items) {
            item.copy(mailboxes.container(item, change)).put(change, destination);
        }
    }
}
