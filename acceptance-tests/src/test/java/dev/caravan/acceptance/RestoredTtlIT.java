package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step over the changes of another one, whose own changes are backed out like all others.
@Tag("long")
class RestoredTtlIT {

    private static final String RUNBOOK = "src/test/resources/runbooks/restore-ttl.yaml";
    private static final String MX = "fabrikam-to-contoso: fabrikam.example. MX ttl ";

    @TempDir
    private Path folder;

    @Test
    void a_restored_ttl_is_backed_out_by_way_of_the_lowered_one() throws Exception {
        // When
        try (LaunchedDemo demo =
                LaunchedDemo.launch(folder, "--exit", "--runbook", RUNBOOK, "--back-out-at", "restore-ttl")) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            assertThat(Calls.of(demo).effects())
                    .filteredOn(effect -> effect.startsWith(MX))
                    .containsExactly(MX + "14400 → 300", MX + "300 → 14400", MX + "14400 → 300", MX + "300 → 14400");
            Path dumped = demo.dump().resolve("fabrikam-to-contoso");
            for (Path loaded : ZoneFiles.of(Worlds.SAMPLE)) {
                assertThat(ZoneFiles.records(dumped.resolve("dns").resolve(loaded.getFileName())))
                        .isEqualTo(ZoneFiles.records(loaded));
            }
        }
    }
}
