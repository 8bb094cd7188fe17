package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tenants that do not do as they are told, or do it and say nothing: a whole tenant moves nevertheless, and returns.
@Tag("long")
class FaultsIT {

    private static final String WORLD = "fabrikam-to-contoso";
    /// A thousand mailboxes take an hour where a slow machine has to share itself.
    private static final Duration PATIENCE = Duration.ofHours(2);

    private static final List<List<String>> ENDS = Stream.of("", "74", "89", "prove-switch")
            .map(step -> step.isEmpty() ? List.<String>of() : List.of("--back-out-at", step))
            .toList();
    private static final int PAIRS = TenantFault.ALL.size() * TenantSwitch.ALL.size();

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

    @ParameterizedTest
    @MethodSource("positions")
    void whatever_microsoft_leaves_open(TenantSwitch position) throws Exception {
        endsAsItShould(TenantFault.drawn(), position, List.of());
    }

    @ParameterizedTest
    @MethodSource("positions")
    void and_comes_back_whatever_microsoft_leaves_open(TenantSwitch position) throws Exception {
        endsAsItShould(TenantFault.drawn(), position, List.of("--back-out-at", "89"));
    }

    @Test
    void so_it_is_with_whatever_a_seed_draws() throws Exception {
        List<String> end = ENDS.get((int) Math.floorMod(Long.getLong("caravan.seed", 0L) / PAIRS, ENDS.size()));
        endsAsItShould(TenantFault.drawn(), TenantSwitch.drawn(), end);
    }

    @Test
    void a_large_tenant_moves_nevertheless() throws Exception {
        // Given
        Path world = folder.resolve("large");
        LaunchedDemo.Finished generated = LaunchedDemo.run(
                folder,
                "world",
                "--seed",
                Long.toString(Long.getLong("caravan.seed", 0L)),
                "--mailboxes",
                Integer.toString(Integer.getInteger("caravan.mailboxes", 1000)),
                world.toString());
        assertThat(generated.status()).as(generated.output()).isZero();

        // Then
        TenantFault fault = TenantFault.drawn();
        endsAsItShould(fault.in("large"), fault, TenantSwitch.drawn().setting(), List.of("--world", world.toString()));
    }

    private static Stream<TenantFault> all() {
        return TenantFault.ALL.stream();
    }

    private static Stream<TenantSwitch> positions() {
        return TenantSwitch.ALL.stream();
    }

    private void endsAsItShould(TenantFault fault, List<String> more) throws Exception {
        endsAsItShould(fault.in(WORLD), fault, Map.of(), more);
    }

    private void endsAsItShould(TenantFault fault, TenantSwitch position, List<String> more) throws Exception {
        endsAsItShould(fault.in(WORLD), fault, position.setting(), more);
    }

    /// The launcher ends with 0 only if every run got to its end, the dump is as the ledger of calls says, and no
    /// letter bounced.
    private void endsAsItShould(String wish, TenantFault fault, Map<String, String> settings, List<String> more)
            throws Exception {
        // Given
        List<String> options = new ArrayList<>(List.of("--runbook", "tenant-to-tenant", "--exit", "--fault", wish));
        options.addAll(more);

        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, settings, options.toArray(String[]::new))) {
            int status = demo.awaitExit(PATIENCE);

            // Then
            assertThat(status).as(demo::output).isZero();
            fault.assertStruck(Calls.of(demo));
        }
    }
}
