package dev.caravan.orchestrator.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/// Runs as bytes: a version, a head that can be read alone, and the value.
final class RunCodec {

    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + Long.BYTES + Integer.BYTES;
    private static final long NEVER = Long.MAX_VALUE;

    private final ObjectWriter writer;
    private final ObjectReader reader;

    RunCodec() {
        this.writer = StoredForms.MAPPER.writerFor(StoredRun.class);
        this.reader = StoredForms.MAPPER.readerFor(StoredRun.class);
    }

    byte[] encode(StoredRun stored) {
        var body = writer.writeValueAsBytes(stored);
        var head = stored.head();
        return ByteBuffer.allocate(HEAD_BYTES + body.length)
                .put(VERSION)
                .putLong(head.nextDue().map(Instant::toEpochMilli).orElse(NEVER))
                .putInt(head.inFlight())
                .put(body)
                .array();
    }

    /// Throws `IllegalStateException` for a version that this program does not know: an older program reads no newer
    /// values.
    StoredRun decode(byte[] bytes) {
        requireKnown(bytes);
        return reader.readValue(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES);
    }

    /// What stands before the value.
    StoredRun.Head head(byte[] bytes) {
        requireKnown(bytes);
        var head = ByteBuffer.wrap(bytes, 1, HEAD_BYTES - 1);
        var due = head.getLong();
        return new StoredRun.Head(
                due == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due)), head.getInt());
    }

    private static void requireKnown(byte[] bytes) {
        if (bytes.length < HEAD_BYTES || bytes[0] != VERSION) {
            throw new IllegalStateException("a stored run is of version " + (bytes.length == 0 ? "none" : bytes[0])
                    + ", this program knows " + VERSION);
        }
    }
}
