package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.content.MailboxItem;
import java.util.ArrayList;
import java.util.List;

/// What of one type is to be copied: spans of what is known by its size alone, and items one by one.
///
/// @param whole the mailbox's items of this type that are known by their size alone
/// @param wholeBytes their size; every one of them has the same
record Part(long whole, long wholeBytes, List<Span> spans, List<MailboxItem> items) {

    long count() {
        return spans.stream().mapToLong(Span::length).sum() + items.size();
    }

    long bytes() {
        return spans.stream()
                        .mapToLong(span -> upTo(span.to()) - upTo(span.from()))
                        .sum()
                + items.stream().mapToLong(MailboxItem::size).sum();
    }

    /// The size of so many of the oldest.
    private long upTo(long number) {
        return whole == 0 ? 0 : wholeBytes / whole * number + wholeBytes % whole * number / whole;
    }

    long itemBytes() {
        return whole == 0 ? 0 : wholeBytes / whole;
    }

    /// As much of it as fits into so many bytes, the oldest first.
    Part within(long bytes) {
        List<Span> fitting = new ArrayList<>();
        long left = bytes;
        for (Span span : spans) {
            long count = Math.min(span.length(), itemBytes() == 0 ? span.length() : left / itemBytes());
            if (count > 0) {
                fitting.add(new Span(span.from(), span.from() + count));
                left -= count * itemBytes();
            }
        }
        List<MailboxItem> some = new ArrayList<>();
        for (MailboxItem item : items) {
            if (item.size() <= left) {
                some.add(item);
                left -= item.size();
            }
        }
        return new Part(whole, wholeBytes, fitting, some);
    }
}
