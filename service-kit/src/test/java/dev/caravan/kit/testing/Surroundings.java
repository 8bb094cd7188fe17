package dev.caravan.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.SchemaRegistration;
import dev.caravan.schemas.SchemaRegistryClient;
import dev.caravan.schemas.TopicCreation;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.CommandContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Topics, registry, an issuer of commands and a reader of events: what a whole service needs around it.
final class Surroundings implements AutoCloseable {

    private static final int PARTITIONS = 2;
    private static final String ACCOUNT = "account";

    private final String servers;
    private final WorkerService service;
    private final RegistryStandIn registry = new RegistryStandIn();
    private final SchemaRegistryClient client = new SchemaRegistryClient(registry.url());

    Surroundings(String servers, WorkerService service) throws Exception {
        this.servers = servers;
        this.service = service;
        SchemaRegistration.registerAll(client);
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            TopicCreation.createMissing(admin, PARTITIONS, (short) 1);
        }
    }

    String[] settings(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--spring.kafka.bootstrap-servers=" + servers,
                                "--caravan.registry.url=" + registry.url()),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }

    /// Issues a command that no service knows, and waits for what it is answered.
    SpecificRecord answerTo(String name) throws Exception {
        var runId = UUID.randomUUID().toString();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(service.commandsTopic(), ACCOUNT.getBytes(UTF_8), command(name, runId)))
                    .get();
        }
        return answer(runId);
    }

    @Override
    public void close() {
        client.close();
        registry.close();
    }

    private SpecificRecord answer(String runId) {
        var records = new AvroRecords(client);
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(service.eventsTopic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return await().atMost(Duration.ofSeconds(20))
                    .until(() -> polled(consumer, runId), Optional::isPresent)
                    .map(records::decode)
                    .orElseThrow();
        }
    }

    private Optional<byte[]> polled(KafkaConsumer<byte[], byte[]> consumer, String runId) {
        for (var event : consumer.poll(Duration.ofMillis(100)).records(service.eventsTopic())) {
            if (Arrays.equals(event.key(), runId.getBytes(UTF_8))) {
                return Optional.of(event.value());
            }
        }
        return Optional.empty();
    }

    private byte[] command(String name, String runId) throws IOException {
        var schema = SchemaBuilder.record(name)
                .namespace("dev.caravan.schemas.tomorrow")
                .fields()
                .name("context")
                .type(CommandContext.SCHEMA$)
                .noDefault()
                .requiredString("wish")
                .endRecord();
        var id = client.register(AvroRecords.subject(service.commandsTopic(), schema), schema);
        var record = new GenericData.Record(schema);
        record.put("context", context(runId));
        record.put("wish", "everything");
        return encoded(id, schema, record);
    }

    private static byte[] encoded(int id, Schema schema, GenericRecord record) throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema, SpecificData.getForSchema(CommandContext.SCHEMA$))
                .write(record, encoder);
        return out.toByteArray();
    }

    private static CommandContext context(String runId) {
        return CommandContext.newBuilder()
                .setCommandId(runId + "/step/0/1")
                .setRunId(runId)
                .setStepId("step")
                .setChunk(0)
                .setAttempt(1)
                .setCustomerId("customer")
                .setConnectionId("connection")
                .setAccount(ACCOUNT)
                .setIssuedAt(Instant.EPOCH)
                .setNotAfter(Instant.EPOCH)
                .build();
    }
}
