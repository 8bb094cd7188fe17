package dev.caravan.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.web.Web;
import dev.caravan.ports.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTests {

    @TempDir
    private Path data;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_killed_process_is_started_again_and_listed_with_its_new_id() throws IOException {
        // Given
        try (var fleet = fleet(true)) {
            fleet.start(listening("listener", FreePort.find())).join();
            var first = fleet.running().getFirst();

            // When
            first.destroyForcibly();

            // Then
            await().until(() -> said.contains("listener is back"));
            assertThat(fleet.allUp()).isTrue();
            assertThat(fleet.deaths()).containsExactly(new Fleet.Death("listener", 137, true));
            var listed = Web.JSON
                    .readTree(Files.readString(data.resolve("processes.json")))
                    .get(0);
            assertThat(listed.path("pid").asLong())
                    .isNotEqualTo(first.pid())
                    .isEqualTo(fleet.running().getFirst().pid());
            assertThat(listed.path("starts").asInt()).isEqualTo(2);
        }
    }

    @Test
    void without_restart_a_killed_process_stays_down() throws IOException {
        // Given
        try (var fleet = fleet(false)) {
            fleet.start(listening("listener", FreePort.find())).join();

            // When
            fleet.running().getFirst().destroyForcibly();

            // Then
            await().until(() -> !fleet.lost().isEmpty());
            assertThat(fleet.lost()).containsExactly("listener");
            assertThat(fleet.allUp()).isFalse();
            assertThat(said).containsExactly("listener was killed (signal 9); it stays down (--no-restart)");
        }
    }

    @Test
    void without_restart_a_process_killed_before_it_was_ready_ends_it_all() throws IOException {
        // Given
        try (var fleet = fleet(false)) {
            var ready = fleet.start(program("slow", List.of(Integer.toString(FreePort.find())), () -> false));
            await().until(() -> !fleet.running().isEmpty());

            // When
            fleet.running().getFirst().destroyForcibly();

            // Then
            assertThatThrownBy(ready::join)
                    .hasCauseInstanceOf(Unusable.class)
                    .hasMessageContaining("slow cannot run: it was killed (signal 9) before it was ready");
            assertThat(fleet.broken()).isCompleted();
        }
    }

    @Test
    void a_process_that_cannot_start_ends_it_all_with_the_cause_from_its_log() {
        // Given
        try (var fleet = fleet(true)) {

            // When
            var ready = fleet.start(program("broken", List.of("fail"), () -> false));

            // Then
            assertThatThrownBy(ready::join)
                    .hasCauseInstanceOf(Unusable.class)
                    .hasMessageContaining("broken cannot run: java.lang.IllegalStateException: no such world")
                    .hasMessageContaining("broken.log");
            assertThat(fleet.broken()).isCompleted();
        }
    }

    @Test
    void closing_leaves_nothing_running() throws IOException {
        // Given
        var fleet = fleet(true);
        fleet.start(listening("one", FreePort.find())).join();
        fleet.start(listening("two", FreePort.find())).join();
        var processes = fleet.running();

        // When
        fleet.close();

        // Then
        assertThat(processes).hasSize(2).noneMatch(ProcessHandle::isAlive);
        assertThat(fleet.deaths()).isEmpty();
    }

    @Test
    void a_child_ends_when_nobody_holds_its_leash() throws IOException {
        // Given
        var command = listening("orphan", FreePort.find()).command();
        var child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("orphan.log").toFile())
                .start();

        // When
        child.getOutputStream().close();

        // Then
        await().until(() -> !child.isAlive());
        assertThat(child.exitValue()).isEqualTo(143);
    }

    @Test
    void a_taken_port_is_named_with_who_wants_it_and_who_has_it() throws IOException {
        // Given
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var program = listening("simulator", taken.getLocalPort());

            // When
            var asking =
                    (org.assertj.core.api.ThrowableAssert.ThrowingCallable) () -> Ports.requireFree(List.of(program));

            // Then
            assertThatThrownBy(asking)
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort() + ", wanted by simulator, is in use")
                    .hasMessageContaining("--ports BASE");
        }
    }

    private Fleet fleet(boolean restarts) {
        return new Fleet(data, restarts, Duration.ofSeconds(10), said::add);
    }

    private Program listening(String name, int port) {
        return program(name, List.of(Integer.toString(port)), Probe.listening(port));
    }

    private Program program(String name, List<String> arguments, Probe ready) {
        var ports = arguments.getFirst().matches("\\d+")
                ? List.of(Port.tcp(Integer.parseInt(arguments.getFirst())))
                : List.<Port>of();
        return new Program(
                name,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of(Path.of("target/classes"), Path.of("target/test-classes")),
                Listener.class.getName(),
                List.of("-Xmx32m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                arguments,
                ports,
                ready);
    }
}
