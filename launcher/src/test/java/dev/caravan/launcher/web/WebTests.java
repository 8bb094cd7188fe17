package dev.caravan.launcher.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.caravan.ports.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_service_that_is_not_ready_yet_is_asked_again() throws IOException {
        // Given
        answers(503, 503, 200);

        // When
        var answer = new Web(address()).patient(LONG).get("/");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(calls).hasValue(3);
    }

    @Test
    void a_service_that_is_being_started_again_is_asked_until_it_answers() throws IOException {
        // Given
        answers(200);
        var port = server.getAddress().getPort();
        var address = address();
        server.stop(0);

        // When
        var answer = CompletableFuture.supplyAsync(() -> status(new Web(address).patient(LONG)));
        assertThatThrownBy(() -> new Web(address).get("/")).isInstanceOf(IOException.class);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
        answers(200);
        server.start();

        // Then
        await().atMost(LONG).until(answer::isDone);
        assertThat(answer).isCompletedWithValue(200);
    }

    @Test
    void a_refusal_is_an_answer_and_is_not_asked_again() throws IOException {
        // Given
        answers(409, 200);

        // When
        var answer = new Web(address()).patient(LONG).get("/");

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(calls).hasValue(1);
    }

    @Test
    void without_patience_there_is_one_call() throws IOException {
        // Given
        answers(503, 200);

        // When
        var answer = new Web(address()).get("/");

        // Then
        assertThat(answer.status()).isEqualTo(503);
        assertThat(calls).hasValue(1);
    }

    @Test
    void patience_ends_with_the_call_that_was_not_answered() throws IOException {
        // Given
        var nobody = "http://127.0.0.1:" + FreePort.find();

        // When
        var web = new Web(nobody).patient(Duration.ofMillis(1));

        // Then
        assertThatThrownBy(() -> web.get("/api/runs")).hasMessageContaining("GET " + nobody + "/api/runs");
    }

    /// One status for each call, the last one for all that follow.
    private void answers(int... statuses) {
        server.createContext("/", exchange -> {
            var call = calls.getAndIncrement();
            exchange.sendResponseHeaders(statuses[Math.min(call, statuses.length - 1)], -1);
            exchange.close();
        });
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static int status(Web web) {
        try {
            return web.get("/").status();
        } catch (IOException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }
}
