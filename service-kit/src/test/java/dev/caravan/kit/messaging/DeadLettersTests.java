package dev.caravan.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLettersTests {

    private static final ConsumerRecord<byte[], byte[]> RECORD =
            new ConsumerRecord<>("commands", 0, 7, new byte[] {1}, new byte[] {2});

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLetters letters = new DeadLetters(
            new Publisher(producer), "dns-service", new DeadLetterMeters(meters, List.of("commands", "connections")));

    @Test
    void a_letter_is_counted_under_the_topic_that_it_came_from() {
        // When
        letters.keep(RECORD, "unreadable", "no Avro", () -> false);

        // Then
        assertThat(counted("commands")).isEqualTo(1);
        assertThat(counted("connections")).isZero();
    }

    @Test
    void a_letter_that_kafka_has_not_taken_is_not_counted() {
        // Given
        producer.sendException = new TimeoutException("away");

        // When
        var stopped = catchThrowable(() -> letters.keep(RECORD, "unreadable", "no Avro", () -> true));

        // Then
        assertThat(stopped).isInstanceOf(CancellationException.class);
        assertThat(counted("commands")).isZero();
    }

    private double counted(String topic) {
        return meters.get("caravan.dead.letters").tag("topic", topic).counter().count();
    }
}
