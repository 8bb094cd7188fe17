package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What nobody can read delays nobody, and is kept with its cause.
class GarbageIT {

    private static final byte[] GARBAGE = "this is no record".getBytes(StandardCharsets.UTF_8);
    private static final byte[] UNKNOWN_VERSION = {0, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 1, 2, 3};
    private static final byte[] KEY = "nobody".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void garbage_on_every_topic_is_kept_with_its_cause_and_the_run_ends_undisturbed() throws Exception {
        // Given
        try (LaunchedDemo demo = LaunchedDemo.launch(folder)) {
            demo.awaitOutput("All processes are ready");

            // When
            int sent = sendGarbage(demo);
            demo.awaitOutput("Everything stays up until Ctrl-C");

            // Then
            assertThat(demo.report().path("exit").asInt()).as(demo::output).isZero();
            List<ConsumerRecord<byte[], byte[]>> dead = deadLetters(demo, sent);
            assertThat(dead).hasSize(sent).allSatisfy(letter -> {
                assertThat(text(letter, "dlt-cause")).isNotBlank();
                assertThat(text(letter, "dlt-topic") + ".dlt").isEqualTo(letter.topic());
            });
        }
    }

    /// Sends each kind of garbage to each topic that a service reads, and answers how many records that were.
    private static int sendGarbage(LaunchedDemo demo) throws Exception {
        int sent = 0;
        try (KafkaProducer<byte[], byte[]> producer = producer(demo)) {
            for (String topic : topics()) {
                List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(List.of(
                        new ProducerRecord<>(topic, KEY, GARBAGE),
                        new ProducerRecord<>(topic, null, GARBAGE),
                        new ProducerRecord<>(topic, KEY, UNKNOWN_VERSION)));
                for (ProducerRecord<byte[], byte[]> garbage : records) {
                    producer.send(garbage).get();
                    sent++;
                }
            }
        }
        return sent;
    }

    @Test
    void a_record_of_two_megabytes_is_refused_by_the_broker_and_disturbs_nobody() throws Exception {
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--exit")) {
            demo.awaitOutput("All processes are ready");

            // When
            int refused = 0;
            try (KafkaProducer<byte[], byte[]> producer = producer(demo)) {
                for (String topic : topics()) {
                    try {
                        producer.send(new ProducerRecord<>(topic, KEY, new byte[2 * 1024 * 1024]))
                                .get();
                    } catch (ExecutionException tooLarge) {
                        refused++;
                    }
                }
            }

            // Then
            assertThat(refused).isEqualTo(topics().size());
            assertThat(demo.awaitExit()).as(demo::output).isZero();
        }
    }

    private static List<String> topics() {
        return Stream.concat(
                        Stream.of(TopicCatalogue.RUN_INPUTS),
                        Arrays.stream(WorkerService.values())
                                .flatMap(service -> Stream.of(service.commandsTopic(), service.eventsTopic())))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(LaunchedDemo demo, int expected) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(demo)) {
            List<TopicPartition> partitions = topics().stream()
                    .flatMap(topic -> consumer.partitionsFor(TopicCatalogue.deadLettersOf(topic)).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int empty = 0; empty < 5 && found.size() < expected; ) {
                var records = consumer.poll(Duration.ofSeconds(2));
                empty = records.isEmpty() ? empty + 1 : 0;
                records.forEach(found::add);
            }
        }
        return found;
    }

    private static @Nullable String text(ConsumerRecord<byte[], byte[]> letter, String header) {
        var found = letter.headers().lastHeader(header);
        return found == null ? null : new String(Objects.requireNonNull(found.value()), StandardCharsets.UTF_8);
    }

    private static KafkaProducer<byte[], byte[]> producer(LaunchedDemo demo) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", demo.bootstrapServers());
        settings.put("max.request.size", 4 * 1024 * 1024);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(LaunchedDemo demo) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", demo.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
