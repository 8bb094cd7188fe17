package dev.caravan.kit.messaging;

import dev.caravan.kit.time.Patience;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private boolean isPublished(Supplier<ProducerRecord<byte[], byte[]>> record) {
        try {
            producer.send(record.get()).get();
            return true;
        } catch (ExecutionException e) {
            return mayBePublished(e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            return mayBePublished(e);
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
