package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.kit.testing.RegistryStandIn;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.SchemaRegistration;
import dev.caravan.schemas.SchemaRegistryClient;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.TopicCreation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Topics, schemas and clients on a real broker: what an orchestrator needs around it.
final class Cluster implements AutoCloseable {

    static final int PARTITIONS = 4;

    private final String servers;
    private final RegistryStandIn registry = new RegistryStandIn();
    private final SchemaRegistryClient client = new SchemaRegistryClient(registry.url());
    final AvroRecords avro = new AvroRecords(client);
    private final Producer<byte[], byte[]> producer;

    Cluster(String servers) {
        this.servers = servers;
        SchemaRegistration.registerAll(client);
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            TopicCreation.createMissing(admin, PARTITIONS, (short) 1);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /// What an orchestrator is told on its command line.
    List<String> arguments(String stateDirectory, String instance) {
        return arguments(stateDirectory, instance, 0);
    }

    /// @param port where it answers, and others find it; 0 for any
    List<String> arguments(String stateDirectory, String instance, int port) {
        return List.of(
                "--server.port=" + port,
                "--management.endpoint.health.validate-group-membership=false",
                "--spring.kafka.bootstrap-servers=" + servers,
                "--caravan.registry.url=" + registry.url(),
                "--spring.kafka.streams.state-dir=" + stateDirectory,
                "--spring.kafka.streams.replication-factor=1",
                "--spring.kafka.streams.properties.group.instance.id=" + instance);
    }

    void send(String topic, String key, SpecificRecord record) {
        producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), avro.encode(topic, record)));
    }

    void sendGarbage(String topic, String key) {
        producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), "no Avro".getBytes(UTF_8)));
        producer.flush();
    }

    void ask(String runId, SpecificRecord request) {
        send(TopicCatalogue.RUN_INPUTS, runId, request);
        producer.flush();
    }

    /// A reader of all that is committed on a topic, from its beginning.
    Reader reader(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Reader(consumer, avro);
    }

    /// A member of a group of workers.
    Consumer<byte[], byte[]> member(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        group,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest",
                        "group.protocol",
                        "consumer"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close();
        client.close();
        registry.close();
    }

    /// Remembers all that it has read.
    static final class Reader implements AutoCloseable {
        private final Consumer<byte[], byte[]> consumer;
        private final AvroRecords avro;
        private final List<SpecificRecord> read = new ArrayList<>();

        Reader(Consumer<byte[], byte[]> consumer, AvroRecords avro) {
            this.consumer = consumer;
            this.avro = avro;
        }

        /// All records so far.
        List<SpecificRecord> all() {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                if (record.value() != null) {
                    read.add(avro.decode(record.value()));
                }
            }
            return read;
        }

        <T extends SpecificRecord> List<T> all(Class<T> type) {
            return all().stream().filter(type::isInstance).map(type::cast).toList();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
