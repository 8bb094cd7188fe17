package dev.caravan.kit.messaging;

import dev.caravan.kit.time.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes records and returns when Kafka has them. While the broker or the registry is away it tries on, because what
/// a worker has done must be told.
public final class Publisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;

    public Publisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /// Throws [CancellationException] when it is stopped before Kafka has the record, and [RecordTooLargeException]
    /// when Kafka will never take it.
    ///
    /// @param record makes the record, again for each try
    void publish(Supplier<ProducerRecord<byte[], byte[]>> record, BooleanSupplier stopped) {
        while (!isPublished(record)) {
            if (stopped.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("stopped before the record was written");
            }
            Patience.pause(RETRY_AFTER);
        }
    }

    /// As [#publish], for many at once and in no order among each other: none waits for another.
    void publishAll(List<Supplier<ProducerRecord<byte[], byte[]>>> records, BooleanSupplier stopped) {
        var sent = records.stream().map(this::sent).toList();
        for (var i = 0; i < records.size(); i++) {
            if (!isPublished(sent.get(i))) {
                publish(records.get(i), stopped);
            }
        }
    }

    /// How many partitions a topic has.
    int partitions(String topic) {
        return producer.partitionsFor(topic).size();
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private boolean isPublished(Supplier<ProducerRecord<byte[], byte[]>> record) {
        return isPublished(sent(record));
    }

    private Future<RecordMetadata> sent(Supplier<ProducerRecord<byte[], byte[]>> record) {
        try {
            return producer.send(record.get());
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static boolean isPublished(Future<RecordMetadata> sent) {
        try {
            sent.get();
            return true;
        } catch (ExecutionException e) {
            return mayBePublished(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Never, when the record is too large; otherwise it was not this time.
    private static boolean mayBePublished(Throwable cause) {
        if (cause instanceof RecordTooLargeException tooLarge) {
            throw tooLarge;
        }
        LOG.atWarn().addKeyValue("cause", cause.toString()).log("a record could not be written; trying on");
        return false;
    }
}
