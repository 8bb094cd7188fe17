package dev.caravan.inventory.tenant;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// How large mailboxes are, as far as licences count: beyond 50 GB a mailbox needs another one.
///
/// @param bytes of all mailboxes together
/// @param large how many of them are larger than 50 GB
public record MailboxSizes(long bytes, int large) {

    public static final MailboxSizes NONE = new MailboxSizes(0, 0);

    private static final long LARGE = 50L * 1024 * 1024 * 1024;
    /// Exchange writes sizes as text: `99 GB (106,300,440,576 bytes)`.
    private static final Pattern SIZE = Pattern.compile(".*\\(([0-9][0-9,.\\s\\u00a0\\u202f]*) bytes\\)");

    /// With one more mailbox.
    public MailboxSizes with(long mailboxBytes) {
        return new MailboxSizes(bytes + mailboxBytes, mailboxBytes > LARGE ? large + 1 : large);
    }

    /// Reads what `TotalItemSize` says; empty for `Unlimited` and what else is no size.
    public static OptionalLong parse(String written) {
        var size = SIZE.matcher(written);
        return size.matches()
                ? OptionalLong.of(Long.parseLong(size.group(1).replaceAll("[^0-9]", "")))
                : OptionalLong.empty();
    }
}
