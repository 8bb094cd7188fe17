package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/// A key of a state store: parts in UTF-8 with a zero byte between, so that a range of keys is a run, a step or an
/// object, and nothing of a name that merely begins alike.
record StoreKey(Bytes bytes) {

    private static final char SEPARATOR = '\u0000';
    /// No byte of UTF-8, and above all of them.
    private static final byte ABOVE_ALL = (byte) 0xFF;

    static StoreKey of(Object... parts) {
        return new StoreKey(Bytes.wrap(joined(parts).getBytes(UTF_8)));
    }

    /// Where the keys begin whose first parts these are.
    static StoreKey firstUnder(Object... parts) {
        return new StoreKey(Bytes.wrap((joined(parts) + SEPARATOR).getBytes(UTF_8)));
    }

    /// Where the keys end whose first parts these are.
    static StoreKey lastUnder(Object... parts) {
        var prefix = (joined(parts) + SEPARATOR).getBytes(UTF_8);
        var bound = Arrays.copyOf(prefix, prefix.length + 1);
        bound[prefix.length] = ABOVE_ALL;
        return new StoreKey(Bytes.wrap(bound));
    }

    /// The smallest key that is larger.
    StoreKey next() {
        var raw = bytes.get();
        return new StoreKey(Bytes.wrap(Arrays.copyOf(raw, raw.length + 1)));
    }

    /// The parts that a stored key was made of.
    static List<String> parts(Bytes key) {
        return List.of(new String(key.get(), UTF_8).split(String.valueOf(SEPARATOR), -1));
    }

    private static String joined(Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (!text.isEmpty()) {
                text.append(SEPARATOR);
            }
            text.append(part);
        }
        return text.toString();
    }
}
