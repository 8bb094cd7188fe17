package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.schemas.TopicCatalogue;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// What could not be dealt with, word for word, with the cause: for people to read and for tools to send again.
final class DeadLetter {

    private static final int CAUSE_CHARACTERS_MAX = 2_000;

    private DeadLetter() {}

    /// @param code what kind of fault it is, for programs
    static Outgoing of(Incoming incoming, String code, String cause) {
        var letter = letter(incoming, headers(incoming.headers(), ""));
        var fits = letter.bytes() + 4 * CAUSE_CHARACTERS_MAX + 1_000 <= TopicCatalogue.DEAD_LETTER_BYTES_MAX;
        var kept = headers(incoming.headers(), fits ? "" : "ce_");
        add(kept, "dlt-code", code);
        add(kept, "dlt-cause", cause.substring(0, Math.min(cause.length(), CAUSE_CHARACTERS_MAX)));
        add(kept, "dlt-topic", incoming.topic());
        add(kept, "dlt-partition", Integer.toString(incoming.partition()));
        add(kept, "dlt-offset", Long.toString(incoming.offset()));
        add(kept, "dlt-service", "orchestrator-service");
        return letter(incoming, kept);
    }

    private static Outgoing letter(Incoming incoming, Headers headers) {
        return new Outgoing(TopicCatalogue.deadLettersOf(incoming.topic()), incoming.key(), incoming.value(), headers);
    }

    private static Headers headers(Headers original, String prefix) {
        var kept = new RecordHeaders();
        for (Header header : original) {
            if (header.key().startsWith(prefix)) {
                kept.add(header);
            }
        }
        return kept;
    }

    private static void add(Headers headers, String name, String text) {
        headers.remove(name).add(name, text.getBytes(UTF_8));
    }
}
