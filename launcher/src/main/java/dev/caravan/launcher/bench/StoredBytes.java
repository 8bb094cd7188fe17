package dev.caravan.launcher.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What compacted topics keep for good: the last record of each key.
final class StoredBytes {

    private final Map<String, Object> client;

    StoredBytes(String bootstrapServers) {
        this.client = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /// Bytes of keys and last values by topic, of keys that hold the text `keyPart`.
    ///
    /// @param topicEndings which topics
    Map<String, Long> of(String keyPart, List<String> topicEndings) throws ExecutionException, InterruptedException {
        var sizes = new TreeMap<String, Long>();
        for (var topic : names(topicEndings)) {
            sizes.put(topic, kept(topic, keyPart));
        }
        return sizes;
    }

    private List<String> names(List<String> endings) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(client)) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> endings.stream().anyMatch(topic::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private long kept(String topic, String keyPart) {
        var config = new HashMap<>(client);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var last = new HashMap<String, Integer>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var entry : consumer.poll(Duration.ofMillis(200))) {
                    var key = new String(entry.key(), StandardCharsets.ISO_8859_1);
                    if (key.contains(keyPart)) {
                        last.put(key, entry.value() == null ? 0 : entry.key().length + entry.value().length);
                    }
                }
            }
        }
        return last.values().stream().mapToLong(Integer::longValue).sum();
    }
}
