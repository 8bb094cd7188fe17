package dev.caravan.simulator.content;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.Place;
import dev.caravan.simulator.tenants.Recipient;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How much a mailbox holds, as its statistics say.
public record MailboxSize(long items, long bytes) {

    private static final String IDENTITY = "Identity";
    private static final String ITEMS = "ItemCount";
    private static final String SIZE = "TotalItemSize";
    private static final Pattern BYTES = Pattern.compile("\\(([\\d,]+) bytes\\)");
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final double STEP = 1024;

    /// Nothing where there are no statistics.
    public static MailboxSize of(Place place, Recipient mailbox) {
        return row(place, mailbox)
                .map(row -> new MailboxSize(row.value().path(ITEMS).asLong(0), bytes(row)))
                .orElse(new MailboxSize(0, 0));
    }

    /// There is more in it now.
    public static void grow(Change change, Recipient mailbox, long items, long bytes) {
        MailboxSize before = of(change.place(), mailbox);
        Optional<JsonLine> row = row(change.place(), mailbox);
        ObjectNode value = row.map(found -> ((ObjectNode) found.value()).deepCopy())
                .orElseGet(() -> JsonMapper.shared().createObjectNode().put(IDENTITY, mailbox.guid()));
        value.put(ITEMS, before.items() + items).put(SIZE, text(before.bytes() + bytes));
        row.ifPresentOrElse(
                found -> change.replace(Kind.MAILBOX_STATISTICS, found, value),
                () -> change.add(Kind.MAILBOX_STATISTICS, value));
    }

    private static Optional<JsonLine> row(Place place, Recipient mailbox) {
        return place.rows(Kind.MAILBOX_STATISTICS, IDENTITY, mailbox.id()).findFirst();
    }

    private static long bytes(JsonLine row) {
        Matcher bytes = BYTES.matcher(row.text(SIZE).orElse(""));
        return bytes.find() ? Long.parseLong(bytes.group(1).replace(",", "")) : 0;
    }

    /// As Exchange writes it: `5.84 GB (6,270,652,252 bytes)`.
    static String text(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        String rounded = String.format(Locale.ROOT, "%.2f", amount).replaceFirst("\\.?0+$", "");
        return String.format(Locale.ROOT, "%s %s (%,d bytes)", rounded, UNITS[unit], bytes);
    }
}
