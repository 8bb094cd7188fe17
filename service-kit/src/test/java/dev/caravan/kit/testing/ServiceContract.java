package dev.caravan.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.CommandRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// What holds for every worker as a whole: it gets ready, answers its probes, and refuses what it does not know.
public interface ServiceContract {

    @RegisterExtension
    EmbeddedBroker BROKER = new EmbeddedBroker();

    /// Whose commands the application takes.
    WorkerService service();

    /// The application's class.
    Class<?> application();

    /// What it needs on its command line beyond broker, registry and port.
    default String[] settings() {
        return new String[0];
    }

    @Test
    default void it_gets_ready_answers_its_probes_and_refuses_what_it_does_not_know() throws Exception {
        // Given
        try (var surroundings = new Surroundings(BROKER.bootstrapServers(), service());
                var application = new SpringApplicationBuilder(application())
                        .properties("spring.main.banner-mode=off")
                        .run(surroundings.settings(settings()))) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(get(application, "/actuator/health/readiness"))
                            .contains("\"status\":\"UP\""));

            // When
            var answer = surroundings.answerTo("CommandOfTomorrow");

            // Then
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            CommandRefused.class,
                            refused -> assertThat(refused.getCode()).isEqualTo("unknown-command"));
            assertThat(get(application, "/actuator/health/liveness")).contains("\"status\":\"UP\"");
            assertThat(get(application, "/internal/pace")).contains("\"busy\":false", "\"nextDue\":null");
            assertThat(get(application, "/actuator/prometheus")).contains("caravan_lanes_waiting 0.0");
        }
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
