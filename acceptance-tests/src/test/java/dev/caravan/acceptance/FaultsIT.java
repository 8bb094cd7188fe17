package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tenants that do not do as they are told, or do it and say nothing: a whole tenant moves nevertheless, and returns.
@Tag("long")
class FaultsIT {

    private static final String WORLD = "fabrikam-to-contoso";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("all")
    void a_whole_tenant_moves_nevertheless(TenantFault fault) throws Exception {
        endsAsItShould(fault, List.of());
    }

    @ParameterizedTest
    @MethodSource("all")
    void and_comes_back(TenantFault fault) throws Exception {
        endsAsItShould(fault, List.of("--back-out-at", "89"));
    }

    private static Stream<TenantFault> all() {
        return TenantFault.ALL.stream();
    }

    /// The launcher ends with 0 only if every run got to its end, the dump is as the ledger of calls says, and no
    /// letter bounced.
    private void endsAsItShould(TenantFault fault, List<String> more) throws Exception {
        // Given
        List<String> options =
                new ArrayList<>(List.of("--runbook", "tenant-to-tenant", "--exit", "--fault", fault.in(WORLD)));
        options.addAll(more);

        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, options.toArray(String[]::new))) {
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(demo::output).isZero();
            fault.assertStruck(Calls.of(demo));
        }
    }
}
