package dev.caravan.kit.messaging;

import dev.caravan.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Consumers and producers of bytes with the settings that the promises rest on; addresses, security and all else come
/// from `spring.kafka`.
public final class KafkaClients {

    private static final String READ_COMMITTED = "read_committed";
    private static final int POLL_RECORDS_MAX = 32;
    private static final int BUFFER_BYTES_MAX = 8 * 1024 * 1024;

    private final Map<String, Object> consumer;
    private final Map<String, Object> producer;

    /// Throws [UncommittedReads] when the consumers' settings would read what was never committed.
    KafkaClients(List<String> servers, Map<String, Object> consumer, Map<String, Object> producer) {
        requireReadCommitted(consumer);
        this.consumer = with(
                consumer,
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        POLL_RECORDS_MAX));
        this.producer = with(
                producer,
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        BUFFER_BYTES_MAX,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        2 * TopicCatalogue.DEAD_LETTER_BYTES_MAX,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        (int) Duration.ofSeconds(10).toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) Duration.ofSeconds(10).toMillis(),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) Duration.ofSeconds(30).toMillis()));
    }

    /// A member of that group, which commits by hand.
    public Consumer<byte[], byte[]> member(String group) {
        return consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer",
                CommonClientConfigs.CLIENT_ID_CONFIG, group));
    }

    /// A reader that belongs to no group.
    public Consumer<byte[], byte[]> reader(String clientId) {
        return consumer(Map.of(CommonClientConfigs.CLIENT_ID_CONFIG, clientId));
    }

    Producer<byte[], byte[]> producer(String clientId) {
        return new KafkaProducer<>(
                with(producer, Map.of(CommonClientConfigs.CLIENT_ID_CONFIG, clientId)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(with(consumer, settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void requireReadCommitted(Map<String, Object> consumer) {
        var level = consumer.getOrDefault(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        if (!READ_COMMITTED.equals(level)) {
            throw new UncommittedReads(level);
        }
    }

    private static Map<String, Object> with(Map<String, Object> settings, Map<String, Object> more) {
        var all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }
}
