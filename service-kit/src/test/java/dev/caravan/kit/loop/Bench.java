package dev.caravan.kit.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.caravan.kit.testing.RegistryStandIn;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.SchemaRegistration;
import dev.caravan.schemas.SchemaRegistryClient;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.TopicCreation;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.connections.Connection;
import dev.caravan.schemas.connections.ConnectionKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// What surrounds a worker in its tests: broker, registry, remote, an issuer of commands and a reader of what is told.
final class Bench implements AutoCloseable {

    static final String COMMANDS = WorkerService.DNS.commandsTopic();
    static final String EVENTS = WorkerService.DNS.eventsTopic();
    static final String CUSTOMER = "customer";
    static final int LOWERED = 300;

    private static final int PARTITIONS = 2;
    private static final List<String> READ = List.of(
            EVENTS, TopicCatalogue.deadLettersOf(COMMANDS), TopicCatalogue.deadLettersOf(TopicCatalogue.CONNECTIONS));
    private static final AtomicInteger NAMES = new AtomicInteger();

    final RemoteHost remote;
    final RegistryStandIn registry = new RegistryStandIn();
    final AvroRecords records;
    final KafkaProducer<byte[], byte[]> producer;
    private final String servers;
    private final SchemaRegistryClient registryClient = new SchemaRegistryClient(registry.url());
    private final List<ConsumerRecord<byte[], byte[]>> told = new CopyOnWriteArrayList<>();
    private final Thread reading = Thread.ofVirtual().unstarted(this::read);
    private volatile boolean closed;

    Bench(String servers) throws Exception {
        this.servers = servers;
        this.remote = new RemoteHost();
        this.records = new AvroRecords(registryClient);
        SchemaRegistration.registerAll(registryClient);
        createTopics();
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "max.request.size", 4_000_000, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        reading.start();
    }

    /// A name that no other test uses.
    static String unique(String kind) {
        return kind + NAMES.incrementAndGet();
    }

    /// Settings of a worker of this bench, as on a command line; what is given wins.
    String[] settings(String... more) {
        var settings = new TreeMap<String, String>();
        var own = Stream.of(
                "--server.port=0",
                "--spring.application.name=zone-worker",
                "--spring.config.import=classpath:service-kit.yaml",
                "--spring.kafka.bootstrap-servers=" + servers,
                "--caravan.registry.url=" + registry.url());
        Stream.concat(own, Stream.of(more))
                .forEach(setting -> settings.put(setting.substring(0, setting.indexOf('=')), setting));
        return settings.values().toArray(String[]::new);
    }

    /// A worker in this JVM, ready to take commands.
    ConfigurableApplicationContext worker(String... settings) {
        var worker = new SpringApplicationBuilder(ZoneWorker.class).run(settings(settings));
        await().atMost(Duration.ofSeconds(20)).until(() -> isJoined(worker));
        return worker;
    }

    static boolean isJoined(ConfigurableApplicationContext worker) {
        return worker.getBean(CommandLoop.class).state() instanceof LoopState.Joined;
    }

    /// An account of its own for a test, ready to be acted on.
    String account() throws Exception {
        var account = unique("account");
        connect(account, false);
        return account;
    }

    void connect(String account, boolean killSwitch) throws Exception {
        var connection = Connection.newBuilder()
                .setConnectionId("to-" + account)
                .setKind(ConnectionKind.DNS)
                .setDisplayName(account)
                .setCustomerId(CUSTOMER)
                .setAccount(account)
                .setCredentialRef("none")
                .setAllowedHosts(List.of("Host.Example."))
                .setSettings(Map.of("port", Integer.toString(remote.port())))
                .setKillSwitch(killSwitch)
                .setChangedBy("test")
                .setChangedAt(now())
                .build();
        send(TopicCatalogue.CONNECTIONS, null, bytes("to-" + account), encode(TopicCatalogue.CONNECTIONS, connection));
    }

    static CommandContext.Builder context(String runId, String account) {
        return CommandContext.newBuilder()
                .setCommandId(runId + "/lower-ttl/0/1")
                .setRunId(runId)
                .setStepId("lower-ttl")
                .setChunk(0)
                .setAttempt(1)
                .setCustomerId(CUSTOMER)
                .setConnectionId("to-" + account)
                .setAccount(account)
                .setIssuedAt(now())
                .setNotAfter(now().plus(1, ChronoUnit.HOURS));
    }

    static SpecificRecord lowerTtl(CommandContext context, String... zones) {
        return dev.caravan.schemas.dns.LowerTtl.newBuilder()
                .setContext(context)
                .setZones(List.of(zones))
                .setTtlSeconds(LOWERED)
                .build();
    }

    static SpecificRecord captureZone(CommandContext context, String... zones) {
        return dev.caravan.schemas.dns.CaptureZone.newBuilder()
                .setContext(context)
                .setZones(List.of(zones))
                .build();
    }

    void issue(String account, SpecificRecord command) throws Exception {
        issue(account, command, null);
    }

    void issue(String account, SpecificRecord command, @Nullable Integer partition) throws Exception {
        send(COMMANDS, partition, bytes(account), encode(COMMANDS, command));
    }

    void send(String topic, @Nullable Integer partition, byte @Nullable [] key, byte @Nullable [] value)
            throws Exception {
        producer.send(new ProducerRecord<>(topic, partition, key, value)).get();
    }

    byte[] encode(String topic, SpecificRecord record) {
        return records.encode(topic, record);
    }

    /// The events of a run, in their order.
    List<SpecificRecord> events(String runId) {
        return eventRecords(runId).stream()
                .map(record -> records.decode(record.value()))
                .toList();
    }

    List<ConsumerRecord<byte[], byte[]>> eventRecords(String runId) {
        return records(EVENTS).stream()
                .filter(record -> Arrays.equals(record.key(), bytes(runId)))
                .toList();
    }

    static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    <T extends SpecificRecord> T event(String runId, Class<T> type) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> events(runId).stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /// The dead letters of the commands topic.
    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return records(TopicCatalogue.deadLettersOf(COMMANDS));
    }

    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return told.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        reading.join();
        producer.close();
        remote.close();
        registryClient.close();
        registry.close();
    }

    /// A member that was killed is given up after three seconds, not after 45.
    void forgetDeadMembersSoon() throws Exception {
        alter(ConfigResource.Type.GROUP, "dns-service", "consumer.session.timeout.ms", "3000");
    }

    private void createTopics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            TopicCreation.createMissing(admin, PARTITIONS, (short) 1);
        }
        alter(ConfigResource.Type.TOPIC, COMMANDS, "max.message.bytes", "4000000");
    }

    private void alter(ConfigResource.Type type, String name, String setting, String value) throws Exception {
        var set = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(type, name), List.of(set)))
                    .all()
                    .get();
        }
    }

    private void read() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            for (var topic : READ) {
                consumer.partitionsFor(topic)
                        .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(told::add);
            }
        }
    }
}
