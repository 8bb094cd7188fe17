package dev.caravan.launcher.bench;

import dev.caravan.schemas.AvroDeserializer;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.AvroSerializer;
import dev.caravan.schemas.CloudEventHeaders;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.EventContext;
import dev.caravan.schemas.dns.CaptureZone;
import dev.caravan.schemas.dns.ZoneCaptured;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// A worker in a process other than the orchestrator's that answers each command at once, and notes when it came.
final class NoOpWorker implements AutoCloseable {

    private static final WorkerService SERVICE = WorkerService.DNS;

    private final KafkaConsumer<String, @Nullable SpecificRecord> consumer;
    private final KafkaProducer<String, @Nullable SpecificRecord> producer;
    private final Map<String, Queue<Long>> arrivals = new ConcurrentHashMap<>();
    private final Thread thread;

    NoOpWorker(String bootstrapServers, AvroRecords records) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG, "bench-worker",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new AvroDeserializer(records));
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, "0"),
                new StringSerializer(),
                new AvroSerializer(records));
        this.thread = Thread.ofPlatform().name("no-op-worker").start(this::work);
    }

    /// When the commands of a run came, in nanoseconds of this process's clock.
    List<Long> arrivals(String runId) {
        return List.copyOf(arrivals.getOrDefault(runId, new ConcurrentLinkedQueue<>()));
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }

    private void work() {
        try (consumer) {
            consumer.subscribe(List.of(SERVICE.commandsTopic()));
            while (true) {
                for (var command : consumer.poll(Duration.ofSeconds(1))) {
                    if (command.value() instanceof CaptureZone capture) {
                        answer(capture);
                    }
                }
            }
        } catch (WakeupException closed) {
            Thread.currentThread().setName("no-op-worker-closed");
        }
    }

    private void answer(CaptureZone capture) {
        var command = capture.getContext();
        arrivals.computeIfAbsent(command.getRunId(), _ -> new ConcurrentLinkedQueue<>())
                .add(System.nanoTime());
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var context = new EventContext(
                UUID.randomUUID().toString(),
                command.getCommandId(),
                command.getRunId(),
                command.getStepId(),
                command.getChunk(),
                command.getAttempt(),
                command.getCustomerId(),
                now,
                command.getDryRun());
        var captured = new ZoneCaptured(context, capture.getZones(), 0, "", 0);
        var headers = CloudEventHeaders.of(
                        context.getEventId(),
                        captured.getSchema(),
                        "bench-worker",
                        context.getRunId(),
                        now,
                        context.getCommandId())
                .toHeaders();
        producer.send(new ProducerRecord<>(SERVICE.eventsTopic(), null, context.getRunId(), captured, headers));
    }
}
