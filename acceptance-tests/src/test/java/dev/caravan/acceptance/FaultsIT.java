package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tenants that do not do as they are told, or do it and say nothing: a whole tenant moves nevertheless, and returns.
@Tag("long")
class FaultsIT {

    private static final String WORLD = "fabrikam-to-contoso";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "replication-lag, 200",
        "tenant-throttle:percent=5:retryAfterSeconds=2.128, 429",
        "tenant-throttle:percent=3, 429",
        "tenant-unavailable:percent=1, 503",
        "tenant-apply-then-fail:percent=1, 500",
        "tenant-apply-then-lose:percent=1, lost",
        "tenant-slow:percent=2:seconds=60, 200",
        "token-refuse:percent=1, 401"
    })
    void a_whole_tenant_moves_nevertheless(String fault, String answer) throws Exception {
        endsAsItShould(fault, answer, List.of());
    }

    @ParameterizedTest
    @CsvSource({"replication-lag, 200", "tenant-throttle:percent=3, 429", "tenant-apply-then-lose:percent=1, lost"})
    void and_comes_back(String fault, String answer) throws Exception {
        endsAsItShould(fault, answer, List.of("--back-out-at", "89"));
    }

    /// The launcher ends with 0 only if every run got to its end and the dump is as the ledger of calls says.
    private void endsAsItShould(String fault, String answer, List<String> more) throws Exception {
        // Given
        List<String> options =
                new ArrayList<>(List.of("--runbook", "tenant-to-tenant", "--exit", "--fault", WORLD + ":" + fault));
        options.addAll(more);

        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, options.toArray(String[]::new))) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            assertThat(Calls.of(demo).statusesOfTenants())
                    .as("the fault has struck")
                    .contains(answer);
            assertThat(TenantFiles.lines(demo.dump().resolve(WORLD).resolve("messages.jsonl")))
                    .as("letters that came to nobody")
                    .noneMatch(letter -> letter.path("state").asString("").equals("bounced"));
        }
    }
}
