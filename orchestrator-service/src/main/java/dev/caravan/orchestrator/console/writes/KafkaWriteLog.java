package dev.caravan.orchestrator.console.writes;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.CloudEventHeaders;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Kafka topics as the log: an idempotent producer that waits for all replicas, outside any transaction.
final class KafkaWriteLog implements WriteLog, AutoCloseable {

    private static final String SERVICE = "orchestrator";
    private static final int DELIVERY_MILLIS_MAX = 10_000;
    private static final int REQUEST_MILLIS_MAX = 5_000;

    private final AvroRecords records;
    private final Producer<String, byte[]> producer;

    KafkaWriteLog(AvroRecords records, Producer<String, byte[]> producer) {
        this.records = records;
        this.producer = producer;
    }

    /// @param configuration as the platform has it: servers, security
    static KafkaWriteLog on(Map<String, Object> configuration, AvroRecords records) {
        var own = new HashMap<>(configuration);
        own.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS_MAX);
        own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX);
        own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS_MAX);
        return new KafkaWriteLog(records, new KafkaProducer<>(own, new StringSerializer(), new ByteArraySerializer()));
    }

    @Override
    public void append(Entry entry) {
        try {
            producer.send(record(entry)).get(2L * DELIVERY_MILLIS_MAX, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RecordTooLargeException large
                    ? NotWritten.tooLarge(large)
                    : NotWritten.unavailable(failed);
        } catch (TimeoutException later) {
            throw NotWritten.unavailable(later);
        } catch (KafkaException failed) {
            throw NotWritten.unavailable(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw NotWritten.unavailable(stopping);
        }
    }

    private ProducerRecord<String, byte[]> record(Entry entry) {
        var bytes = records.encode(entry.topic(), entry.value());
        var headers = CloudEventHeaders.of(
                        entry.id(), entry.value().getSchema(), SERVICE, entry.key(), entry.time(), entry.id())
                .withTraceparent(entry.traceparent().orElse(null))
                .toHeaders();
        return new ProducerRecord<>(entry.topic(), null, entry.key(), bytes, headers);
    }

    @Override
    public void close() {
        producer.close();
    }
}
