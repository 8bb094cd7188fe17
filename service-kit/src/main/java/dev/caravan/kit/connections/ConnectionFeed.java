package dev.caravan.kit.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.messaging.DeadLetters;
import dev.caravan.kit.messaging.KafkaClients;
import dev.caravan.kit.time.Patience;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.UnreadableRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the [ConnectionTable] as the topic has it: reads all of it, then follows. Every instance reads everything, so
/// it belongs to no group.
public final class ConnectionFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(5);

    private final KafkaClients kafka;
    private final AvroRecords records;
    private final ConnectionTable table;
    private final DeadLetters deadLetters;
    private final Thread thread =
            Thread.ofPlatform().name("connections").daemon().unstarted(this::run);
    private volatile boolean loaded;
    private volatile boolean closed;

    ConnectionFeed(KafkaClients kafka, AvroRecords records, ConnectionTable table, DeadLetters deadLetters) {
        this.kafka = kafka;
        this.records = records;
        this.table = table;
        this.deadLetters = deadLetters;
    }

    void start() {
        thread.start();
    }

    /// Whether the table holds all that the topic held when this process began to read it.
    public boolean isLoaded() {
        return loaded;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(STOP_WAIT_MAX);
    }

    private void run() {
        while (!closed) {
            try (var consumer = kafka.reader("connections")) {
                follow(consumer);
            } catch (KafkaException e) {
                LOG.atWarn().addKeyValue("cause", e.toString()).log("connections cannot be read; trying on");
                Patience.pause(RETRY_AFTER);
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        var partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!closed) {
            consumer.poll(POLL).forEach(this::accept);
            if (!loaded && isAt(consumer, ends)) {
                loaded = true;
                LOG.atInfo().addKeyValue("connections", table.size()).log("connections are loaded");
            }
        }
    }

    /// The topic's partitions; throws [KafkaException] while it is missing.
    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        var partitions = consumer.partitionsFor(TopicCatalogue.CONNECTIONS, ANSWER_TIMEOUT).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + TopicCatalogue.CONNECTIONS);
        }
        return partitions;
    }

    private static boolean isAt(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            bury(record, "no-key", "the record has no key; a connection is keyed by its id");
            return;
        }
        var key = new String(record.key(), UTF_8);
        try {
            accept(new ConnectionId(key), record.value());
        } catch (UnreadableRecord | IllegalArgumentException e) {
            spoil(record, key, String.valueOf(e.getMessage()));
        }
    }

    private void accept(ConnectionId id, byte[] value) {
        if (value == null) {
            table.remove(id);
            return;
        }
        if (!(records.decode(value) instanceof dev.caravan.schemas.connections.Connection record)) {
            throw new UnreadableRecord("no connection");
        }
        var connection = ConnectionRecords.connection(record);
        if (!connection.connectionId().equals(id)) {
            throw new UnreadableRecord("keyed by " + id + " and not by its id " + connection.connectionId());
        }
        table.put(connection);
    }

    private void spoil(ConsumerRecord<byte[], byte[]> record, String key, String cause) {
        if (!key.isBlank()) {
            table.spoil(new ConnectionId(key), cause);
        }
        bury(record, "unreadable", cause);
    }

    /// Only what comes while this process runs: what it finds at its start was kept when it came.
    private void bury(ConsumerRecord<byte[], byte[]> record, String code, String cause) {
        if (!loaded) {
            LOG.atError()
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("cause", cause)
                    .log("no connection");
            return;
        }
        try {
            deadLetters.keep(record, code, cause, () -> closed);
        } catch (CancellationException _) {
            LOG.atInfo().addKeyValue("offset", record.offset()).log("stopped before a dead letter was kept");
        }
    }
}
