package dev.caravan.kit.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.schemas.TopicCatalogue;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what nobody could read or carry out, as it came: its bytes, its headers, where it was and what is wrong.
public final class DeadLetters {

    static final String CODE = "dlt-code";
    static final String CAUSE = "dlt-cause";
    static final String SERVICE = "dlt-service";
    static final String TOPIC = "dlt-topic";
    static final String PARTITION = "dlt-partition";
    static final String OFFSET = "dlt-offset";
    static final String OMITTED_BYTES = "dlt-omitted-bytes";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Publisher publisher;
    private final String service;
    private final DeadLetterMeters meters;

    public DeadLetters(Publisher publisher, String service, DeadLetterMeters meters) {
        this.publisher = publisher;
        this.service = service;
        this.meters = meters;
    }

    /// Returns when Kafka has the letter; throws [java.util.concurrent.CancellationException] when it is stopped
    /// before. A record that no topic takes is kept without its value.
    public void keep(ConsumerRecord<byte[], byte[]> record, String code, String cause, BooleanSupplier stopped) {
        LOG.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("code", code)
                .addKeyValue("cause", cause)
                .log("a record goes to the dead letters");
        var headers = headers(record, code, cause);
        try {
            publisher.publish(() -> letter(record, record.value(), headers), stopped);
        } catch (RecordTooLargeException _) {
            headers.add(OMITTED_BYTES, bytes(Integer.toString(record.serializedValueSize())));
            publisher.publish(() -> letter(record, null, headers), stopped);
        }
        meters.count(record.topic());
    }

    private Headers headers(ConsumerRecord<?, ?> record, String code, String cause) {
        return new RecordHeaders(record.headers().toArray())
                .add(CODE, bytes(code))
                .add(CAUSE, bytes(cause))
                .add(SERVICE, bytes(service))
                .add(TOPIC, bytes(record.topic()))
                .add(PARTITION, bytes(Integer.toString(record.partition())))
                .add(OFFSET, bytes(Long.toString(record.offset())));
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, byte @Nullable [] value, Headers headers) {
        var topic = TopicCatalogue.deadLettersOf(record.topic());
        return new ProducerRecord<>(topic, null, null, record.key(), value, headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
