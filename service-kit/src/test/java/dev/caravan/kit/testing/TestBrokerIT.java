package dev.caravan.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("broker")
class TestBrokerIT {

    private static final String TOPIC = "test-broker-it";

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Test
    void a_committed_record_arrives_and_an_aborted_one_does_not() throws Exception {
        // Given
        try (var admin = Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }

        // When
        try (var producer = transactionalProducer()) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(TOPIC, "aborted"));
            producer.abortTransaction();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(TOPIC, "committed"));
            producer.commitTransaction();
        }

        // Then
        try (var consumer = committedConsumer()) {
            consumer.subscribe(List.of(TOPIC));
            var seen = new ArrayList<String>();
            await().untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(polled -> seen.add(polled.value()));
                assertThat(seen).containsExactly("committed");
            });
        }
    }

    private static KafkaProducer<String, String> transactionalProducer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER.bootstrapServers(), "transactional.id", TOPIC),
                new StringSerializer(),
                new StringSerializer());
    }

    private static KafkaConsumer<String, String> committedConsumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", BROKER.bootstrapServers(),
                        "group.id", TOPIC,
                        "group.protocol", "consumer",
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
