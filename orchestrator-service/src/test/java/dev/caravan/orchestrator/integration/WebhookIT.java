package dev.caravan.orchestrator.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.kit.messaging.DeadLetterMeters;
import dev.caravan.kit.testing.TestBroker;
import dev.caravan.kit.time.Pace;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.CloudEventHeaders;
import dev.caravan.schemas.LocalSchemaIds;
import dev.caravan.schemas.run.RunCompleted;
import dev.caravan.schemas.run.RunContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

@Tag("broker")
class WebhookIT {

    private static final String TOPIC = "webhook-it.events";
    private static final String DEAD = "webhook-it.events.dlt";
    private static final Secret SECRET = new Secret("a secret of the receiver");
    private static final Duration START = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final AvroRecords RECORDS = new AvroRecords(new LocalSchemaIds());

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static Receiver receiver;
    private static Integrations integrations;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void start() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1), new NewTopic(DEAD, 1, (short) 1)))
                    .all()
                    .get();
        }
        receiver = new Receiver();
        var settings = new WebhookSettings(
                Optional.of(receiver.address()),
                List.of("127.0.0.1"),
                Optional.of("webhook"),
                TOPIC,
                DEAD,
                "webhook-it",
                4,
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofSeconds(5));
        integrations = new Integrations(
                settings,
                Optional.of(new Webhook(settings, _ -> Outcome.done(SECRET), Pace.ofMachine())),
                RECORDS,
                new DeadLetterMeters(METERS, List.of(TOPIC)),
                WebhookBinding.properties(settings, BROKER.bootstrapServers(), Map.of()));
        integrations.start();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER.bootstrapServers(), "transactional.id", "webhook-it"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    @AfterAll
    static void stop() {
        integrations.stop();
        producer.close();
        receiver.close();
    }

    @Test
    void a_committed_event_is_posted_as_a_signed_cloud_event_and_an_aborted_one_never_is() {
        // When
        producer.beginTransaction();
        send("e-aborted");
        producer.abortTransaction();
        committed("e-posted");

        // Then
        await().atMost(START)
                .untilAsserted(() -> assertThat(receiver.postsAbout("e-posted")).isEqualTo(1));
        var post = receiver.posts().stream()
                .filter(taken -> taken.text().contains("e-posted"))
                .findFirst()
                .orElseThrow();
        var event = JsonMapper.shared().readTree(post.body());
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("type").asString()).isEqualTo("dev.caravan.schemas.run.RunCompleted");
        assertThat(event.path("source").asString()).isEqualTo("/caravan/orchestrator");
        assertThat(event.path("subject").asString()).isEqualTo("r1");
        assertThat(event.path("data").path("context").path("sequence").asLong()).isEqualTo(7);
        assertThat(post.header("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(post.header(Signature.SIGNATURE))
                .isEqualTo(Signature.of(
                        SECRET,
                        "e-posted",
                        Instant.ofEpochSecond(Long.parseLong(post.header(Signature.TIMESTAMP))),
                        post.body()));
        assertThat(receiver.postsAbout("e-aborted")).isZero();
    }

    @Test
    void a_receiver_that_fails_for_a_while_gets_the_event_in_the_end() {
        // Given
        receiver.answers(_ -> receiver.postsAbout("e-retried") < 3 ? 503 : 200);

        // When
        committed("e-retried");

        // Then
        await().atMost(START)
                .untilAsserted(
                        () -> assertThat(receiver.postsAbout("e-retried")).isEqualTo(3));
    }

    @Test
    void an_event_that_is_never_taken_ends_in_the_dead_letters_with_its_bytes_and_the_next_one_goes_on() {
        // Given
        receiver.answers(post -> post.text().contains("e-refused") ? 400 : 200);

        // When
        var bytes = committed("e-refused");
        committed("e-next");

        // Then
        await().atMost(START)
                .untilAsserted(() -> assertThat(receiver.postsAbout("e-next")).isEqualTo(1));
        assertThat(receiver.postsAbout("e-refused")).isEqualTo(1);
        var dead = deadLetter("e-refused");
        assertThat(dead.value()).isEqualTo(bytes);
        assertThat(new String(dead.key(), UTF_8)).isEqualTo("r1");
        assertThat(CloudEventHeaders.text(dead.headers(), "x-exception-message").orElse(""))
                .contains("the receiver answered 400");
        assertThat(METERS.get("caravan.dead.letters")
                        .tag("topic", TOPIC)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private static byte[] committed(String eventId) {
        producer.beginTransaction();
        var bytes = send(eventId);
        producer.commitTransaction();
        return bytes;
    }

    private static byte[] send(String eventId) {
        var event = new RunCompleted(new RunContext(eventId, "r1", 7L, "customer", AT, "cause"));
        var bytes = RECORDS.encode(TOPIC, event);
        var headers = CloudEventHeaders.of(eventId, event.getSchema(), "orchestrator", "r1", AT, "cause")
                .toHeaders();
        producer.send(new ProducerRecord<>(TOPIC, null, "r1".getBytes(UTF_8), bytes, headers));
        return bytes;
    }

    private static ConsumerRecord<byte[], byte[]> deadLetter(String eventId) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", BROKER.bootstrapServers(),
                        "group.id", "webhook-it-dead",
                        "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(DEAD));
            await().untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
                assertThat(found).anyMatch(record -> isAbout(record, eventId));
            });
        }
        return found.stream()
                .filter(record -> isAbout(record, eventId))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAbout(ConsumerRecord<byte[], byte[]> record, String eventId) {
        return CloudEventHeaders.text(record.headers(), CloudEventHeaders.ID)
                .map(eventId::equals)
                .orElse(false);
    }
}
