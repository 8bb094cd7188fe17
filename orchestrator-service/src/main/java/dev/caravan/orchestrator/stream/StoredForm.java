package dev.caravan.orchestrator.stream;

import java.util.Arrays;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/// Small values as bytes: a version and the value.
final class StoredForm<T> {

    private static final byte VERSION = 1;

    private final String what;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    StoredForm(Class<T> type) {
        this.what = type.getSimpleName();
        this.writer = StoredForms.MAPPER.writerFor(type);
        this.reader = StoredForms.MAPPER.readerFor(type);
    }

    byte[] encode(T value) {
        var body = writer.writeValueAsBytes(value);
        var bytes = new byte[1 + body.length];
        bytes[0] = VERSION;
        System.arraycopy(body, 0, bytes, 1, body.length);
        return bytes;
    }

    /// Throws `IllegalStateException` for a version that this program does not know.
    T decode(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new IllegalStateException("a stored " + what + " is of version "
                    + Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, 1))) + ", this program knows "
                    + VERSION);
        }
        return reader.readValue(bytes, 1, bytes.length - 1);
    }
}
