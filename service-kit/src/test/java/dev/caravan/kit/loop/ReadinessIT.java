package dev.caravan.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.caravan.kit.testing.EmbeddedBroker;
import dev.caravan.kit.testing.RegistryStandIn;
import dev.caravan.schemas.SchemaRegistration;
import dev.caravan.schemas.SchemaRegistryClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/// A worker waits for what others put there, and says what it waits for.
class ReadinessIT {

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    private static Bench bench;

    @BeforeAll
    static void start() throws Exception {
        bench = new Bench(BROKER.bootstrapServers());
    }

    @AfterAll
    static void stop() throws Exception {
        bench.close();
    }

    @Test
    void without_registered_schemas_it_is_alive_and_not_ready() {
        try (var registry = new RegistryStandIn();
                var client = new SchemaRegistryClient(registry.url());
                var worker = run("--caravan.registry.url=" + registry.url())) {
            // Given
            await().untilAsserted(() -> assertThat(health(worker).getDetails().get("waitingFor"))
                    .asString()
                    .contains("registry"));
            var before = health(worker);

            // When
            SchemaRegistration.registerAll(client);

            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> Bench.isJoined(worker));
            assertThat(before.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health(worker).getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void without_a_broker_it_is_alive_and_not_ready() {
        try (var worker = run("--spring.kafka.bootstrap-servers=127.0.0.1:1")) {
            // When
            var health = health(worker);

            // Then
            assertThat(worker.isRunning()).isTrue();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void a_worker_that_would_read_uncommitted_commands_does_not_start() {
        assertThatThrownBy(() -> run("--spring.kafka.consumer.properties.isolation.level=read_uncommitted"))
                .hasStackTraceContaining("spring.kafka.consumer.isolation-level: must be read_committed");
    }

    private static ConfigurableApplicationContext run(String setting) {
        return new SpringApplicationBuilder(ZoneWorker.class).run(bench.settings(setting));
    }

    private static Health health(ConfigurableApplicationContext worker) {
        return worker.getBean(WorkerHealth.class).health();
    }
}
