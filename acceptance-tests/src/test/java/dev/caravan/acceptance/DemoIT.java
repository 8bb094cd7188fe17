package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;

/// The main job, forward and back, judged by what the simulator wrote and by nothing of ours.
class DemoIT {

    private static final String WORLD = "fabrikam-to-contoso";

    @TempDir
    private Path folder;

    @Test
    void a_demo_lowers_the_ttl_of_the_mail_records_and_of_nothing_else() throws Exception {
        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--exit")) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            assertEnded(demo.report(), "completed");
            assertNothingIsLeftRunning(demo);
            Path dumped = demo.dump().resolve(WORLD);
            Path zone = dumped.resolve("dns/fabrikam.example.zone");
            assertThat(ZoneFiles.ttl(zone, "fabrikam.example.", Type.MX)).isEqualTo(300);
            assertThat(withoutTtl(zone)).isEqualTo(withoutTtl(Worlds.SAMPLE.resolve("dns/fabrikam.example.zone")));
            assertThat(Worlds.filesBesideZones(dumped)).isEqualTo(Worlds.filesBesideZones(Worlds.SAMPLE));
        }
    }

    @Test
    void a_back_out_leaves_the_world_as_it_was_loaded() throws Exception {
        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--exit", "--back-out-at", "4")) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            assertEnded(demo.report(), "backed-out");
            Path dumped = demo.dump().resolve(WORLD);
            for (Path loaded : ZoneFiles.of(Worlds.SAMPLE)) {
                assertThat(ZoneFiles.records(dumped.resolve("dns").resolve(loaded.getFileName())))
                        .isEqualTo(ZoneFiles.records(loaded));
            }
            assertThat(Worlds.filesBesideZones(dumped)).isEqualTo(Worlds.filesBesideZones(Worlds.SAMPLE));
            assertThat(Calls.of(demo).effects())
                    .as("the world was really changed in between")
                    .isNotEmpty();
        }
    }

    private static void assertEnded(JsonNode report, String state) {
        assertThat(report.path("exit").asInt()).isZero();
        assertThat(report.path("problems")).isEmpty();
        assertThat(report.path("runs"))
                .hasSize(1)
                .allSatisfy(run -> assertThat(run.path("state").asString()).isEqualTo(state));
        assertThat(report.path("messages").path("bounced").asLong(-1)).isZero();
    }

    private static void assertNothingIsLeftRunning(LaunchedDemo demo) throws IOException {
        List<Long> pids = StreamSupport.stream(demo.processes().spliterator(), false)
                .map(process -> process.path("pid").asLong())
                .toList();
        assertThat(pids).allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
        assertThat(LaunchedDemo.isFree(demo.port(0))).isTrue();
    }

    private static List<String> withoutTtl(Path zone) {
        return ZoneFiles.records(zone).stream()
                .map(line -> line.replaceFirst(" \\d+ ", " "))
                .sorted()
                .toList();
    }
}
