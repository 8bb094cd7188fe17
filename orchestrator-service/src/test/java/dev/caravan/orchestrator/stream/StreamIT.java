package dev.caravan.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.kit.testing.TestBroker;
import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.ledger.LedgerQueries;
import dev.caravan.orchestrator.ledger.LineState;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.run.RunCompleted;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("broker")
class StreamIT {

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void a_run_goes_from_request_to_end_over_a_real_broker_and_its_ledger_can_be_asked() throws Exception {
        // Given
        try (var cluster = new Cluster(BROKER.bootstrapServers());
                var worker = new Worker(cluster, "workers-1");
                var events = cluster.reader(TopicCatalogue.RUN_EVENTS);
                var application = start(cluster)) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(get(application, "/actuator/health/readiness"))
                            .contains("\"UP\""));

            // When
            cluster.ask("it-run-1", People.create("it-run-1", RunTopologyTests.LOWER, "a.example"));

            // Then
            await().atMost(LONG)
                    .until(() -> events.all(RunCompleted.class).stream()
                            .anyMatch(event -> event.getContext().getRunId().equals("it-run-1")));
            assertThat(worker.commandIds())
                    .filteredOn(id -> id.startsWith("it-run-1/"))
                    .containsExactly("it-run-1/lower-ttl/0/1", "it-run-1/capture/0/1");
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(get(application, "/internal/pace"))
                            .contains("\"busy\":false", "\"inFlight\":0", "\"nextDue\":null"));
            assertThat(lines(application)).singleElement().satisfies(line -> {
                assertThat(line.state()).isEqualTo(LineState.APPLIED);
                assertThat(line.before()).containsExactly("3600");
            });
        }
    }

    @Test
    void dead_letters_are_counted_where_operators_look() throws Exception {
        // Given
        try (var cluster = new Cluster(BROKER.bootstrapServers());
                var application = start(cluster)) {
            var none = get(application, "/actuator/prometheus");

            // When
            cluster.sendGarbage(WorkerService.MAILBOX.eventsTopic(), "it-nobody");

            // Then
            assertThat(none).contains(deadLetters(WorkerService.MAILBOX, 0), deadLetters(WorkerService.LICENSE, 0));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(get(application, "/actuator/prometheus"))
                            .contains(deadLetters(WorkerService.MAILBOX, 1), deadLetters(WorkerService.LICENSE, 0)));
        }
    }

    private static String deadLetters(WorkerService service, int count) {
        return "caravan_dead_letters_total{topic=\"%s\"} %d.0".formatted(service.eventsTopic(), count);
    }

    private ConfigurableApplicationContext start(Cluster cluster) {
        return new SpringApplicationBuilder(StreamApplication.class)
                .run(cluster.arguments(directory.toString(), "it-1").toArray(String[]::new));
    }

    private static Iterable<LedgerLine> lines(ConfigurableApplicationContext application) {
        var query = new LedgerQueries.Query(Optional.of("a.example. MX"), Optional.empty(), Optional.empty(), 10);
        var answer = application.getBean(LedgerQueries.class).changes("it-run-1", query);
        return ((LedgerQueries.Answer.Page) answer).lines();
    }

    private static String get(ConfigurableApplicationContext application, String path)
            throws IOException, InterruptedException {
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
