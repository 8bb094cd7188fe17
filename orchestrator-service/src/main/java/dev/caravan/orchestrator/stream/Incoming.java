package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// A record as it came, before anybody has tried to read it.
record Incoming(
        String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {

    /// The key as text; empty when there is none or it is no UTF-8.
    Optional<String> keyText() {
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
