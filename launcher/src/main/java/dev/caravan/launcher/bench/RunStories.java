package dev.caravan.launcher.bench;

import dev.caravan.launcher.Unusable;
import dev.caravan.schemas.AvroDeserializer;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.run.RunCompleted;
import dev.caravan.schemas.run.RunFailed;
import dev.caravan.schemas.run.RunParked;
import dev.caravan.schemas.run.TaskOpened;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// Follows the public story of runs, and so knows when they have come to where a benchmark wants them.
final class RunStories implements AutoCloseable {

    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    private final KafkaConsumer<String, @Nullable SpecificRecord> consumer;
    private final Set<String> completed = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();

    RunStories(String bootstrapServers, AvroRecords records) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new AvroDeserializer(records));
        var partitions = consumer.partitionsFor(TopicCatalogue.RUN_EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void awaitCompleted(Collection<String> runIds) {
        follow(completed, runIds);
    }

    void awaitWaiting(Collection<String> runIds) {
        follow(waiting, runIds);
    }

    private void follow(Set<String> seen, Collection<String> wanted) {
        var missing = new HashSet<>(wanted);
        missing.removeAll(seen);
        var heardAt = System.nanoTime();
        while (!missing.isEmpty()) {
            for (var event : consumer.poll(Duration.ofMillis(100))) {
                heardAt = System.nanoTime();
                note(event.key(), event.value());
            }
            missing.removeAll(seen);
            if (System.nanoTime() - heardAt > SILENCE_MAX.toNanos()) {
                throw new Unusable("Nothing has happened for " + SILENCE_MAX.toSeconds() + " s; still missing: "
                        + List.copyOf(missing).subList(0, Math.min(3, missing.size())));
            }
        }
    }

    private void note(String runId, @Nullable SpecificRecord event) {
        switch (event) {
            case RunCompleted _ -> completed.add(runId);
            case TaskOpened _ -> waiting.add(runId);
            case RunFailed failed ->
                throw new Unusable("Run " + runId + " failed at " + failed.getStepId() + ": " + failed.getReason());
            case RunParked parked -> throw new Unusable("Run " + runId + " is parked: " + parked.getCause());
            case null, default -> {}
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
