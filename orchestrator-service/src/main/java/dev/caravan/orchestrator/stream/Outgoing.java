package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.schemas.TopicCatalogue;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// A record that is ready to be forwarded.
///
/// @param value null is a compacted topic's tombstone
record Outgoing(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {

    /// What Kafka adds around a record that is alone in its batch, in bytes at most.
    private static final int BATCH_OVERHEAD_BYTES = 256;

    static Outgoing of(String topic, String key, byte @Nullable [] value, Headers headers) {
        return new Outgoing(topic, key.getBytes(UTF_8), value, headers);
    }

    /// Throws `IllegalStateException` when the topic would not take it: nothing of the record at hand is done then.
    void requireFits() {
        var bytesMax = TopicCatalogue.find(topic).orElseThrow().recordBytesMax();
        var bytes = bytes();
        if (bytes > bytesMax) {
            throw new IllegalStateException(
                    "a record of %,d bytes is too large for %s, which takes %,d".formatted(bytes, topic, bytesMax));
        }
    }

    int bytes() {
        return BATCH_OVERHEAD_BYTES + length(key) + length(value) + bytesOf(headers);
    }

    static int bytesOf(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .mapToInt(header -> 10 + header.key().length() + length(header.value()))
                .sum();
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
