package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.platform.PortPlan;
import dev.caravan.launcher.platform.Programs;
import dev.caravan.launcher.process.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The images, made and run as Dockerfile and Compose file say, against the demo's broker and registry.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainerLayoutIT {

    private static final Path DOCKERFILE = Path.of("../deploy/Dockerfile");
    private static final String UTIL_LINUX = "/usr/bin/setpriv";
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final int USER_MIN = 10_000;
    private static final int TERMINATED = 143;

    private Path folder;
    private PortBlock ports;
    private PortPlan plan;
    private Fleet fleet;
    private ComposeFile compose;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path fresh) throws Exception {
        folder = fresh;
        compose = ComposeFile.read();
        ports = PortBlock.reserve();
        plan = new PortPlan(ports.base());
        Path data = Files.createDirectories(folder.resolve("data"));
        fleet = new Fleet(data, false, Fleet.STOP_MAX, System.out::println);
        Programs programs = new Programs(Installation.found(), plan, data);
        var broker = fleet.start(programs.broker());
        fleet.start(programs.registry()).get();
        broker.get();
    }

    @AfterAll
    void stop() throws IOException {
        fleet.close();
        ports.close();
    }

    @Test
    @Order(1)
    @NeedsDebian(file = UTIL_LINUX, pkg = "util-linux")
    void the_setup_job_lays_topics_and_schemas() throws Exception {
        // When
        try (Container setup = started("setup", Map.of())) {
            int status = setup.awaitExit();

            // Then
            assertThat(status).as(setup::output).isZero();
            assertThat(setup.output()).contains("topics created").doesNotContain("0 topics");
        }
    }

    @Test
    @Order(2)
    @NeedsDebian(file = UTIL_LINUX, pkg = "util-linux")
    void the_orchestrator_runs_as_an_ordinary_user_and_writes_to_its_volume_only() throws Exception {
        runsConfined("orchestrator-service", plan.console());
    }

    @Test
    @Order(3)
    @NeedsDebian(file = UTIL_LINUX, pkg = "util-linux")
    void a_worker_runs_as_an_ordinary_user_and_writes_nothing() throws Exception {
        runsConfined("dns-service", plan.dns());
    }

    private void runsConfined(String name, int port) throws Exception {
        // Given
        try (Container container = started(name, Map.of("SERVER_PORT", Integer.toString(port)))) {
            Map<String, String> laidOut = container.files();

            // When
            awaitHealthy(name, container, port);
            List<String> users = List.of(container.status("Uid").split("\\s+"));
            String capabilities = container.status("CapEff") + container.status("CapBnd");
            String rightsToGain = container.status("NoNewPrivs");
            int status = container.terminate();

            // Then
            assertThat(users)
                    .allSatisfy(uid -> assertThat(Integer.parseInt(uid)).isGreaterThanOrEqualTo(userMin()));
            assertThat(capabilities).matches("0+");
            assertThat(rightsToGain).isEqualTo("1");
            assertThat(container.files()).isEqualTo(laidOut).isNotEmpty();
            assertThat(container.output()).doesNotContain("Read-only file system", "Permission denied");
            assertThat(isWritten(container.volume())).isEqualTo(isWritable(name));
            assertThat(status).as(container::output).isEqualTo(TERMINATED);
        }
    }

    /// By the very check that Docker makes.
    private void awaitHealthy(String name, Container container, int port) {
        List<String> check =
                ComposeFile.texts(compose.service(name).path("healthcheck").path("test"));
        assertThat(check.getFirst()).isEqualTo("CMD");
        ProcessBuilder asked = new ProcessBuilder(check.subList(1, check.size()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + "-health").toFile());
        asked.environment().put("SERVER_PORT", Integer.toString(port));
        await().atMost(START_MAX)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !container.isRunning() || asked.start().waitFor() == 0);
        assertThat(container.isRunning()).as(container::output).isTrue();
    }

    private Container started(String name, Map<String, String> more) throws IOException {
        JsonNode service = compose.service(name);
        Map<String, String> environment = new TreeMap<>();
        ComposeFile.environment(service).forEach((variable, value) -> environment.put(variable, here(value)));
        environment.putAll(more);
        return Container.start(
                Files.createDirectories(folder.resolve(name)),
                Dockerfile.read(DOCKERFILE, Map.of("MODULE", ComposeFile.module(service))),
                service,
                environment,
                ComposeFile.texts(service.path("command")).stream()
                        .map(this::here)
                        .toList());
    }

    /// The places of the Compose network on this machine.
    private String here(String value) {
        return value.replace("kafka:9092", plan.bootstrapServers())
                .replace("registry:8080", "127.0.0.1:" + plan.registry())
                .replace("0.0.0.0", "127.0.0.1");
    }

    private boolean isWritable(String name) {
        return !ComposeFile.volume(compose.service(name)).isEmpty();
    }

    private static boolean isWritten(Path volume) throws IOException {
        try (var files = Files.list(volume)) {
            return files.findAny().isPresent();
        }
    }

    private static int userMin() {
        return Container.isRoot() ? USER_MIN : 1;
    }
}
