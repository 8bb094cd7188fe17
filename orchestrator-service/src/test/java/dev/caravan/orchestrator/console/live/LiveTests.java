package dev.caravan.orchestrator.console.live;

import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static dev.caravan.orchestrator.console.testing.Told.aStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.orchestrator.console.testing.ConsoleTest;
import dev.caravan.orchestrator.console.testing.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class LiveTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private RestTestClient client;

    @Autowired
    private Told told;

    @Autowired
    private LiveClients clients;

    @LocalServerPort
    private int port;

    @AfterEach
    void hangUp() {
        http.shutdownNow();
    }

    @Test
    void a_run_is_followed_from_what_it_is_to_what_it_becomes() throws Exception {
        // Given
        told.run(aRun("followed").build())
                .step(aStep("followed", "capture", "command", "working").build());

        // When
        try (var lines = follow("/api/runs/followed/stream", "")) {
            // Then
            await().untilAsserted(() -> assertThat(lines.events()).containsExactly("run", "step"));

            // When
            told.step(aStep("followed", "capture", "command", "succeeded").build())
                    .run(aRun("another").build());

            // Then
            await().untilAsserted(() -> assertThat(lines.events()).containsExactly("run", "step", "step"));
            assertThat(lines.data().getLast()).contains("\"state\":\"succeeded\"");
        }
    }

    @Test
    void whoever_comes_back_hears_only_what_is_new() throws Exception {
        // Given
        told.run(aRun("resumed").build())
                .step(aStep("resumed", "one", "command", "working").build());
        String id;
        try (var lines = follow("/api/runs/resumed/stream", "")) {
            await().untilAsserted(() -> assertThat(lines.ids()).isNotEmpty());
            id = lines.ids().getLast();
        }

        // When
        told.step(aStep("resumed", "two", "command", "working").build());

        // Then
        try (var lines = follow("/api/runs/resumed/stream", id)) {
            await().untilAsserted(() -> assertThat(lines.data())
                    .singleElement()
                    .satisfies(data -> assertThat(data).contains("\"stepId\":\"two\"")));
        }
    }

    @Test
    void an_id_that_nobody_gave_begins_anew() throws Exception {
        // Given
        told.run(aRun("anew").build());

        // Then
        try (var lines = follow("/api/runs/anew/stream", "rubbish")) {
            await().untilAsserted(() -> assertThat(lines.events()).containsExactly("run"));
        }
        try (var lines = follow("/api/runs/anew/stream", "1:999999999")) {
            await().untilAsserted(() -> assertThat(lines.events()).containsExactly("run"));
        }
    }

    @Test
    void all_runs_are_followed_without_their_steps() throws Exception {
        // Given
        told.run(aRun("of-all").build());

        // When
        try (var lines = follow("/api/stream", "")) {
            told.step(aStep("of-all", "capture", "command", "working").build())
                    .run(aRun("of-all").setState("completed").build());

            // Then
            await().untilAsserted(() -> assertThat(lines.data())
                    .anyMatch(data -> data.contains("\"runId\":\"of-all\"") && data.contains("completed")));
            assertThat(lines.events()).containsOnly("run");
        }
    }

    @Test
    void silence_is_broken_by_heartbeats_and_a_client_that_went_away_is_forgotten() throws Exception {
        // Given
        told.run(aRun("silent").build());
        var before = clients.count();

        // When
        try (var lines = follow("/api/runs/silent/stream", "")) {
            // Then
            await().untilAsserted(() -> assertThat(lines.comments()).hasSizeGreaterThanOrEqualTo(2));
            assertThat(clients.count()).isGreaterThan(0);
        }
        await().untilAsserted(() -> assertThat(clients.count()).isLessThanOrEqualTo(before));
    }

    @Test
    void a_run_that_is_not_there_is_a_problem() {
        client.get()
                .uri("/api/runs/nobody/stream")
                .header("Accept", "text/event-stream")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json");
    }

    private Lines follow(String path, String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Lines(answer.body());
    }

    private static final class Lines implements AutoCloseable {

        private final List<String> all = new CopyOnWriteArrayList<>();
        private final Stream<String> source;

        Lines(Stream<String> source) {
            this.source = source;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                source.forEach(all::add);
            } catch (UncheckedIOException hungUp) {
                all.add("");
            }
        }

        List<String> events() {
            return fields("event:");
        }

        List<String> data() {
            return fields("data:");
        }

        List<String> ids() {
            return fields("id:");
        }

        List<String> comments() {
            return fields(":");
        }

        private List<String> fields(String name) {
            return all.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()))
                    .toList();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
