package dev.caravan.kit.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ClockFollowerTests {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void a_skip_reaches_those_who_pause() throws Exception {
        try (var keeper = Keeper.standing(START, 1, 0);
                var pace = SimulatedPace.keptAt(keeper.url())) {
            // Given
            var pausing = Thread.ofVirtual().start(() -> pace.pause(Duration.ofDays(14)));
            await().until(() -> pace.pausing() == 1);

            // When
            keeper.set(START.plus(Duration.ofDays(15)), 2);

            // Then
            assertThat(pausing.join(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void a_keeper_that_comes_back_with_a_lower_epoch_is_followed() throws Exception {
        try (var first = Keeper.standing(START, 7, 0);
                var pace = SimulatedPace.keptAt(first.url())) {
            // Given
            await().until(() -> pace.instant().equals(START));
            first.close();

            // When
            try (var _ = Keeper.standing(START.plusSeconds(60), 1, first.port())) {
                // Then
                await().until(() -> pace.instant().equals(START.plusSeconds(60)));
            }
        }
    }

    @Test
    void an_answer_that_is_no_clock_is_asked_again() throws Exception {
        try (var keeper = Keeper.standing(START, 1, 0)) {
            // Given
            keeper.garble = true;
            try (var pace = SimulatedPace.keptAt(keeper.url())) {
                await().until(() -> keeper.questions > 0);

                // When
                keeper.garble = false;

                // Then
                assertThat(pace.instant()).isEqualTo(START);
            }
        }
    }

    /// Keeps a clock that stands still, as the simulator's interface has it.
    private static final class Keeper implements AutoCloseable {

        private final HttpServer server;
        private Instant now;
        private long epoch;
        private boolean closed;
        volatile boolean garble;
        volatile int questions;

        private Keeper(HttpServer server, Instant now, long epoch) {
            this.server = server;
            this.now = now;
            this.epoch = epoch;
        }

        static Keeper standing(Instant now, long epoch, int port) throws IOException {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var keeper = new Keeper(server, now, epoch);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/sim/clock", keeper::answer);
            server.start();
            return keeper;
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + port() + "/sim/clock");
        }

        int port() {
            return server.getAddress().getPort();
        }

        synchronized void set(Instant now, long epoch) {
            this.now = now;
            this.epoch = epoch;
            notifyAll();
        }

        private synchronized void answer(HttpExchange exchange) throws IOException {
            questions++;
            var query = exchange.getRequestURI().getQuery();
            if (query != null && epoch == Long.parseLong(query.substring("after=".length()))) {
                awaitChange();
            }
            if (closed) {
                exchange.close();
                return;
            }
            var body = garble
                    ? "<html>"
                    : "{\"now\":\"%s\",\"speed\":60.0,\"epoch\":%d,\"running\":false}".formatted(now, epoch);
            exchange.sendResponseHeaders(200, body.getBytes(UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        }

        @SuppressWarnings("WaitNotInLoop")
        private void awaitChange() {
            try {
                wait(Duration.ofSeconds(25).toMillis());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            synchronized (this) {
                closed = true;
                notifyAll();
            }
            server.stop(0);
        }
    }
}
