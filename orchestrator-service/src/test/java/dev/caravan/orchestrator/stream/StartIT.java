package dev.caravan.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.caravan.kit.testing.EmbeddedBroker;
import dev.caravan.orchestrator.OrchestratorService;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.TopicCatalogue.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// A cluster or settings that would break a promise: the service does not start, and says why.
@ExtendWith(OutputCaptureExtension.class)
class StartIT {

    @RegisterExtension
    static final EmbeddedBroker BROKER = EmbeddedBroker.ofOneClass();

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String NOT_STARTED = "APPLICATION FAILED TO START";
    private static final String TRANSACTION_VERSION = "transaction.version";
    private static final String DNS_EVENTS = "caravan.dns.events";
    private static final String AT_ONCE = "--caravan.stream.topics-wait-max=0s";

    @TempDir
    Path directory;

    private Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()));
    }

    @AfterEach
    void clear() throws Exception {
        admin.deleteTopics(admin.listTopics().names().get()).all().get();
        await().atMost(LONG).until(() -> admin.listTopics().names().get().isEmpty());
        admin.close();
    }

    @Test
    void a_missing_topic_ends_the_start_by_its_name(CapturedOutput output) throws Exception {
        // Given
        create(topic -> !topic.name().equals(DNS_EVENTS), _ -> 2);

        // When
        var failure = start(AT_ONCE);

        // Then
        assertThat(failure).rootCause().isInstanceOf(RefusedStart.class);
        assertThat(output).contains(NOT_STARTED, "topics are missing: caravan.dns.events\n", "caravan setup");
    }

    @Test
    void a_start_waits_for_topics_that_are_being_created(CapturedOutput output) throws Exception {
        // Given
        var starting = CompletableFuture.supplyAsync(() -> start("--caravan.stream.topics-wait-max=60s"));
        await().atMost(LONG).until(() -> output.getOut().contains("Waiting for topics"));

        // When
        create(_ -> true, topic -> topic.name().equals(DNS_EVENTS) ? 3 : 2);

        // Then
        assertThat(starting.get(60, TimeUnit.SECONDS)).rootCause().isInstanceOf(RefusedStart.class);
        assertThat(output).contains("need one number of partitions").doesNotContain("topics are missing");
    }

    @Test
    void topics_of_a_run_with_different_numbers_of_partitions_end_the_start(CapturedOutput output) throws Exception {
        // Given
        create(_ -> true, topic -> topic.name().equals(DNS_EVENTS) ? 3 : 2);

        // When
        var failure = start(AT_ONCE);

        // Then
        assertThat(failure).rootCause().isInstanceOf(RefusedStart.class);
        assertThat(output)
                .contains(NOT_STARTED, "need one number of partitions")
                .contains("caravan.dns.events has 3", "caravan.run.inputs has 2");
    }

    @Test
    void a_sound_cluster_is_one_whatever_the_partitions_of_other_topics() throws Exception {
        // Given
        var ofRuns = TopicCatalogue.readByOrchestrator();
        create(_ -> true, topic -> ofRuns.contains(topic.name()) ? 2 : 3);

        // Then
        assertThatCode(() -> new TopicsCheck(admin).requireSoundCluster()).doesNotThrowAnyException();
    }

    @Test
    void transactions_of_the_old_protocol_end_the_start(CapturedOutput output) throws Exception {
        // Given
        create(_ -> true, _ -> 2);
        transactionVersion(1, UpgradeType.SAFE_DOWNGRADE);

        // When
        var failure = start(AT_ONCE);

        // Then
        transactionVersion(2, UpgradeType.UPGRADE);
        assertThat(failure).rootCause().isInstanceOf(RefusedStart.class);
        assertThat(output)
                .contains(NOT_STARTED, "transaction.version is 1, but must be 2 or later")
                .contains("kafka-features.sh upgrade");
    }

    @Test
    void settings_that_would_issue_commands_twice_end_the_start(CapturedOutput output) {
        // When
        var failure = start("--spring.kafka.streams.properties.processing.guarantee=at_least_once");

        // Then
        assertThat(failure).rootCause().isInstanceOf(RefusedStart.class);
        assertThat(output).contains(NOT_STARTED, "processing.guarantee: must be exactly_once_v2, is at_least_once");
    }

    @Test
    void settings_that_would_read_what_was_never_committed_end_the_start(CapturedOutput output) {
        // When
        var failure = start("--spring.kafka.streams.properties.main.consumer.isolation.level=read_uncommitted");

        // Then
        assertThat(failure).rootCause().isInstanceOf(RefusedStart.class);
        assertThat(output)
                .contains(NOT_STARTED, "main.consumer.isolation.level: must be read_committed, is read_uncommitted");
    }

    @Test
    void a_start_that_is_refused_ends_the_process() throws Exception {
        // Given
        var log = directory.resolve("refused.log");

        // When
        try (var instance = Instance.start(OrchestratorService.class, log, arguments(AT_ONCE))) {
            await().atMost(LONG).until(() -> !instance.process().isAlive());

            // Then
            assertThat(instance.process().exitValue()).isEqualTo(1);
            assertThat(Files.readString(log)).contains(NOT_STARTED, "topics are missing: ");
        }
    }

    private Throwable start(String... more) {
        return catchThrowable(() -> new SpringApplicationBuilder(OrchestratorService.class)
                .run(arguments(more).toArray(String[]::new))
                .close());
    }

    private List<String> arguments(String... more) {
        var always = List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + BROKER.bootstrapServers(),
                "--caravan.registry.url=http://127.0.0.1:1",
                "--spring.kafka.streams.state-dir=" + directory.resolve("state"),
                "--spring.kafka.streams.replication-factor=1");
        return Stream.concat(always.stream(), Stream.of(more)).toList();
    }

    private void create(Predicate<Topic> wanted, ToIntFunction<Topic> partitions) throws Exception {
        var topics = TopicCatalogue.topics().stream()
                .filter(wanted)
                .map(topic -> new NewTopic(topic.name(), partitions.applyAsInt(topic), (short) 1))
                .toList();
        admin.createTopics(topics).all().get();
    }

    private void transactionVersion(int version, UpgradeType how) throws Exception {
        admin.updateFeatures(
                        Map.of(TRANSACTION_VERSION, new FeatureUpdate((short) version, how)),
                        new UpdateFeaturesOptions())
                .all()
                .get();
    }
}
