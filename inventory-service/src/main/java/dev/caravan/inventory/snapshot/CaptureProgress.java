package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.reading.TenantReader.Bookmark;
import dev.caravan.inventory.reading.TenantReader.Part;
import dev.caravan.inventory.tenant.CapturedObject;
import dev.caravan.inventory.tenant.Kind;
import dev.caravan.inventory.tenant.MailboxSizes;
import dev.caravan.inventory.tenant.Tally;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// How far a capture is: what the cursor of its command carries from part to part.
///
/// @param next where reading goes on; empty at the beginning and at the end
record CaptureProgress(String snapshotId, Tally tally, MailboxSizes sizes, Optional<Bookmark> next) {

    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 5;
    private static final JsonMapper JSON = JsonMapper.shared();

    static CaptureProgress begun(String snapshotId) {
        return new CaptureProgress(snapshotId, Tally.NONE, MailboxSizes.NONE, Optional.empty());
    }

    /// Reads what [#cursor] wrote. Throws [IllegalArgumentException] for anything else.
    static CaptureProgress of(String cursor) {
        var fields = cursor.split(SEPARATOR, FIELDS);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("not a cursor of a capture");
        }
        return new CaptureProgress(
                fields[0],
                Tally.parse(fields[1]),
                new MailboxSizes(Long.parseLong(fields[2]), Integer.parseInt(fields[3])),
                Optional.of(fields[4]).filter(text -> !text.isEmpty()).map(Bookmark::new));
    }

    /// Of a capture that is under way: whether all was read.
    boolean isComplete() {
        return next.isEmpty();
    }

    String cursor() {
        return String.join(
                SEPARATOR,
                snapshotId,
                tally.written(),
                Long.toString(sizes.bytes()),
                Integer.toString(sizes.large()),
                next.map(Bookmark::text).orElse(""));
    }

    CaptureProgress with(Part part) {
        var larger = sizes;
        for (var object : part.objects()) {
            if (object.kind() == Kind.MAILBOX_STATISTICS) {
                larger = larger.with(size(object));
            }
        }
        return new CaptureProgress(snapshotId, tally.with(part.objects()), larger, part.next());
    }

    private static long size(CapturedObject statistics) {
        var written = JSON.readTree(statistics.json()).path("TotalItemSize").asString("");
        return MailboxSizes.parse(written).orElse(0);
    }
}
