package dev.caravan.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PublisherTests {

    private static final ProducerRecord<byte[], byte[]> RECORD =
            new ProducerRecord<>("topic", new byte[] {1}, new byte[] {2});

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Publisher publisher = new Publisher(producer);

    @Test
    void it_returns_only_when_kafka_has_the_record() throws InterruptedException {
        // Given
        var publishing = Thread.ofVirtual().start(() -> publisher.publish(() -> RECORD, () -> false));
        await().until(() -> producer.history().size() == 1);

        // When
        var returnedEarly = !publishing.isAlive();
        producer.completeNext();
        publishing.join();

        // Then
        assertThat(returnedEarly).isFalse();
        assertThat(producer.history()).isEqualTo(List.of(RECORD));
    }

    @Test
    void it_tries_on_while_the_broker_is_away() throws InterruptedException {
        // Given
        var publishing = Thread.ofVirtual().start(() -> publisher.publish(() -> RECORD, () -> false));
        await().until(() -> producer.history().size() == 1);

        // When
        producer.errorNext(new TimeoutException("away"));
        await().until(() -> producer.history().size() == 2);
        producer.completeNext();
        publishing.join();

        // Then
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void it_gives_up_when_it_is_stopped() {
        // Given
        producer.sendException = new TimeoutException("away");
        var asked = new AtomicInteger();

        // When
        var publishing = catchThrowable(() -> publisher.publish(() -> RECORD, () -> asked.incrementAndGet() > 1));

        // Then
        assertThat(publishing).isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void what_kafka_will_never_take_is_not_tried_again() {
        // Given
        producer.sendException = new RecordTooLargeException("too large");

        // Then
        assertThatThrownBy(() -> publisher.publish(() -> RECORD, () -> false))
                .isInstanceOf(RecordTooLargeException.class);
    }
}
