package dev.caravan.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.kit.testing.EmbeddedBroker;
import dev.caravan.orchestrator.OrchestratorService;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import dev.caravan.orchestrator.ledger.LedgerQueries.Answer;
import dev.caravan.ports.FreePort;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.run.RunCompleted;
import dev.caravan.schemas.run.RunContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two whole orchestrators, each with a copy of the other's state; one is killed for good while runs are under way.
class TakeoverIT {

    @RegisterExtension
    static final EmbeddedBroker BROKER = EmbeddedBroker.ofOneClass();

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final String STANDBY = "--spring.kafka.streams.properties.num.standby.replicas=1";
    private static final String UNDISTURBED = "undisturbed";
    private static final int DISTURBED = 4;
    private static final int STEPS = 6;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void a_survivor_goes_on_with_the_runs_of_the_one_that_was_killed() throws Exception {
        // Given
        var port = FreePort.find();
        try (var cluster = new Cluster(BROKER.bootstrapServers());
                var worker = new Worker(cluster, "workers-takeover");
                var commands = cluster.reader(WorkerService.DNS.commandsTopic());
                var events = cluster.reader(TopicCatalogue.RUN_EVENTS);
                var survivor = survivor(cluster);
                var killed = Instance.start(
                        OrchestratorService.class,
                        directory.resolve("killed.log"),
                        arguments(cluster, "killed", port))) {
            await().atMost(LONG).until(() -> hasCopyOfAllThatIsAt(port, survivor));
            var disturbed = runsKeptAt(port, survivor);
            create(cluster, UNDISTURBED);
            await().atMost(LONG).until(() -> isCompleted(UNDISTURBED, events));
            worker.answerOnly(STEPS / 2);
            disturbed.forEach(run -> create(cluster, run));
            await().atMost(LONG).until(() -> idsOf(commands.all()).size() == STEPS + DISTURBED * (STEPS / 2 + 1));
            disturbed.forEach(
                    run -> assertThat(changes(survivor, run)).as("forwarded").hasSize(STEPS / 2));

            // When
            worker.goOn();
            killed.kill();
            await().atMost(LONG).until(() -> disturbed.stream().allMatch(run -> isCompleted(run, events)));

            // Then
            var all = Stream.concat(Stream.of(UNDISTURBED), disturbed.stream()).toList();
            await().atMost(LONG).until(() -> idsOf(commands.all()).size() >= all.size() * STEPS);
            assertThat(idsOf(commands.all()))
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().flatMap(TakeoverIT::firstAttempts).toList());
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(get(survivor, "/actuator/prometheus"))
                            .contains("caravan_runs{state=\"completed\"} %d.0".formatted(all.size()))
                            .contains("caravan_runs{state=\"parked\"} 0.0"));
            assertThat(disturbed).allSatisfy(run -> {
                assertThat(story(run, events.all())).isEqualTo(story(UNDISTURBED, events.all()));
                assertThat(document(survivor, run)).isEqualTo(document(survivor, UNDISTURBED));
                assertThat(changes(survivor, run)).isEqualTo(changes(survivor, UNDISTURBED));
            });
        }
    }

    // ---- two instances -------------------------------------------------------------------------------------------

    private ConfigurableApplicationContext survivor(Cluster cluster) throws IOException {
        return new SpringApplicationBuilder(OrchestratorService.class)
                .run(arguments(cluster, "survivor", FreePort.find()).toArray(String[]::new));
    }

    private List<String> arguments(Cluster cluster, String name, int port) {
        var arguments =
                new ArrayList<>(cluster.arguments(directory.resolve(name).toString(), name, port));
        arguments.add(STANDBY);
        return arguments;
    }

    /// Whether the instance at that port has tasks, and this one a standby of each of them.
    private static boolean hasCopyOfAllThatIsAt(int port, ConfigurableApplicationContext here) {
        var copies = new HashSet<>();
        var kept = new HashSet<>();
        for (StreamsMetadata instance : streams(here).metadataForAllStreamsClients()) {
            if (instance.port() == port) {
                kept.addAll(instance.topicPartitions());
            } else {
                copies.addAll(instance.standbyTopicPartitions());
            }
        }
        return !kept.isEmpty() && copies.containsAll(kept);
    }

    private static List<String> runsKeptAt(int port, ConfigurableApplicationContext here) {
        var ledger = here.getBean(LedgerQueries.class);
        var any = new LedgerQueries.Query(Optional.empty(), Optional.empty(), Optional.empty(), 1);
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj("disturbed-%d"::formatted)
                .filter(run -> ledger.changes(run, any) instanceof Answer.Elsewhere there && there.port() == port)
                .limit(DISTURBED)
                .toList();
    }

    private static KafkaStreams streams(ConfigurableApplicationContext application) {
        return Objects.requireNonNull(
                application.getBean(StreamsBuilderFactoryBean.class).getKafkaStreams());
    }

    // ---- runs ----------------------------------------------------------------------------------------------------

    private static void create(Cluster cluster, String run) {
        cluster.ask(run, People.create(run, runbook(), "a.example"));
    }

    private static String runbook() {
        return """
                runbook: test
                title: Some steps
                phases:
                  - phase: change
                    title: Change
                    steps:
                """ + IntStream.rangeClosed(1, STEPS).mapToObj("""
                          - step: step-%d
                            title: Lower the TTL
                            command: dns.LowerTtl
                            over: domains
                            with: {ttlSeconds: 60}
                            backOut: {undo: dns.RevertRecords}
                    """::formatted).collect(Collectors.joining());
    }

    private static Stream<String> firstAttempts(String run) {
        return IntStream.rangeClosed(1, STEPS).mapToObj(step -> "%s/step-%d/0/1".formatted(run, step));
    }

    private static List<String> idsOf(List<SpecificRecord> commands) {
        return commands.stream()
                .map(command -> ((CommandContext) command.get(0)).getCommandId())
                .toList();
    }

    private static boolean isCompleted(String run, Cluster.Reader events) {
        return events.all(RunCompleted.class).stream()
                .anyMatch(event -> event.getContext().getRunId().equals(run));
    }

    /// What happened in which order, by number and name.
    private static List<String> story(String run, List<SpecificRecord> events) {
        return events.stream()
                .filter(event -> ((RunContext) event.get(0)).getRunId().equals(run))
                .map(event -> ((RunContext) event.get(0)).getSequence() + " "
                        + event.getSchema().getName())
                .toList();
    }

    // ---- asked over REST -----------------------------------------------------------------------------------------

    /// The run and its steps as they stand, without whose and when.
    private static List<String> document(ConfigurableApplicationContext application, String run) {
        var document = JsonMapper.shared().readTree(get(application, "/api/runs/" + run));
        var ofRun = Stream.of("state", "sequence", "stepsEnded", "stepsTotal", "objectsDone")
                .map(field -> field + " " + document.path(field));
        var ofSteps = document.path("steps")
                .valueStream()
                .map(step -> Stream.of("stepId", "state", "attempts", "objectsDone", "changes")
                        .map(field -> step.path(field).toString())
                        .collect(Collectors.joining(" ")));
        return Stream.concat(ofRun, ofSteps).toList();
    }

    /// The run's ledger, without when: step, object, before, after and state.
    private static List<String> changes(ConfigurableApplicationContext application, String run) {
        var answer = JsonMapper.shared().readTree(get(application, "/api/runs/" + run + "/changes"));
        return answer.path("changes")
                .valueStream()
                .map(line -> Stream.of("stepId", "id", "property", "before", "after", "state")
                        .map(line::path)
                        .map(JsonNode::toString)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String get(ConfigurableApplicationContext application, String path) {
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException unreachable) {
            throw new IllegalStateException(path, unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, stopping);
        }
    }
}
