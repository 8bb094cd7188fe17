package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The moving domains leave every name and address of the source, and come back, judged by what the simulator wrote.
class SourceSideIT {

    private static final String RUNBOOK = "src/test/resources/runbooks/source-side.yaml";
    private static final String INITIAL = "@fabrikam.onmicrosoft.com";

    @TempDir
    private Path folder;

    @Tag("long")
    @Test
    void names_and_addresses_leave_the_moving_domains_and_come_back() throws Exception {
        // Given
        Path loaded = Worlds.SAMPLE.resolve("source");
        Map<String, Set<String>> before = TenantFiles.addresses(loaded);

        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--runbook", RUNBOOK)) {
            // When
            demo.awaitOutput("Everything stays up");
            Path forward = demo.dump().resolve("fabrikam-to-contoso/source");

            // Then
            assertThat(demo.output()).contains("the dump is as the ledger says");
            Map<String, Set<String>> now = TenantFiles.addresses(forward);
            assertThat(now).hasSameSizeAs(before);
            before.forEach((guid, addresses) -> {
                Set<String> stays = staying(addresses);
                assertThat(now.getOrDefault(guid, Set.of()))
                        .as(guid)
                        .noneMatch(TenantFiles::isMovingEntry)
                        .containsAll(stays)
                        .filteredOn(entry -> !stays.contains(entry))
                        .as("%s: beside what stays, only addresses in the initial domain", guid)
                        .allMatch(entry -> entry.endsWith(INITIAL));
                assertThat(now.getOrDefault(guid, Set.of()))
                        .as("%s: one primary address", guid)
                        .filteredOn(entry -> entry.startsWith("SMTP:"))
                        .hasSize(1);
            });
            assertThat(TenantFiles.names(forward).values()).noneMatch(TenantFiles::isMoving);
            assertThat(TenantFiles.names(forward).values()).doesNotHaveDuplicates();
            assertThat(TenantFiles.defaultDomains(forward)).containsExactly("fabrikam.onmicrosoft.com");

            // When
            String run = demo.get("/api/runs").get(0).path("runId").asString();
            demo.post("/api/runs/" + run + "/back-out", "Mara Lindqvist", "{\"reason\": \"the customer says stop\"}");
            demo.awaitOutput("the run is backed out");
            Path back = demo.dumpNow("back").resolve("fabrikam-to-contoso/source");

            // Then
            assertThat(TenantFiles.addresses(back)).isEqualTo(before);
            assertThat(TenantFiles.names(back)).isEqualTo(TenantFiles.names(loaded));
            assertThat(TenantFiles.defaultDomains(back)).isEqualTo(TenantFiles.defaultDomains(loaded));
        }
    }

    @Tag("long")
    @Test
    void the_launcher_finds_nothing_left_after_a_back_out_at_74() throws Exception {
        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, "--runbook", RUNBOOK, "--exit", "--back-out-at", "74")) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            assertThat(Calls.of(demo).effects())
                    .as("the world was really changed in between")
                    .isNotEmpty();
        }
    }

    private static Set<String> staying(Set<String> before) {
        Set<String> staying = new TreeSet<>(before);
        staying.removeIf(entry -> TenantFiles.isMovingEntry(entry) || entry.endsWith(INITIAL));
        return staying;
    }
}
