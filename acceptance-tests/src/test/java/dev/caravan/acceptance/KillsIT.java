package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// kill -9 at moments that a seed chooses by the number of events told so far: the run ends as if nothing had happened.
class KillsIT {

    private static final List<String> PROCESSES = List.of(
            "orchestrator-service",
            "dns-service",
            "broker",
            "registry",
            "simulator",
            "inventory-service",
            "mailbox-service",
            "license-service");
    private static final int EVENTS_MIN = 2;
    private static final int EVENTS_MAX = 22;
    /// About as many as the move of a tenant tells.
    private static final int EVENTS_OF_MOVE_MAX = 460;
    private static final int SEEDS = Integer.getInteger("caravan.kill.seeds", 12);
    private static final int SEEDS_OF_MOVE = Integer.getInteger("caravan.kill.seeds", 2);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @ParameterizedTest
    @MethodSource("shortSeeds")
    void every_process_is_killed_once_and_nothing_is_lost_or_done_twice(long seed) throws Exception {
        killedOnce(seed, "--exit");
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("longSeeds")
    void so_it_is_with_many_more_seeds(long seed) throws Exception {
        killedOnce(seed, "--exit");
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("longSeeds")
    void and_while_backing_out(long seed) throws Exception {
        killedOnce(seed, "--exit", "--back-out-at", "lower-ttl");
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("seedsOfMove")
    void a_whole_tenant_moves_nevertheless(long seed) throws Exception {
        killed(seed, EVENTS_OF_MOVE_MAX, "--runbook", "tenant-to-tenant", "--exit");
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("seedsOfMove")
    void and_comes_back(long seed) throws Exception {
        killed(seed, EVENTS_OF_MOVE_MAX, "--runbook", "tenant-to-tenant", "--exit", "--back-out-at", "89");
    }

    /// What is done twice would stand there twice.
    private void killedOnce(long seed, String... options) throws Exception {
        assertThat(killed(seed, EVENTS_MAX, options).effects())
                .as("seed " + seed)
                .doesNotHaveDuplicates();
    }

    private Calls killed(long seed, int eventsMax, String... options) throws Exception {
        // Given
        Random random = new Random(seed);
        List<String> victims = new ArrayList<>(PROCESSES);
        Collections.shuffle(victims, random);
        List<Integer> moments = random.ints(victims.size(), EVENTS_MIN, eventsMax)
                .sorted()
                .boxed()
                .toList();

        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, options)) {
            for (int i = 0; i < victims.size(); i++) {
                awaitEvents(demo, moments.get(i));
                kill(demo, victims.get(i));
            }
            int status = demo.awaitExit();

            // Then
            assertThat(status).as(() -> "seed " + seed + ": " + demo.output()).isZero();
            return Calls.of(demo);
        }
    }

    private static void awaitEvents(LaunchedDemo demo, int count) {
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(hasEnded(demo) || told(demo) >= count)
                        .as(() -> "after " + count + " events: " + demo.output())
                        .isTrue());
    }

    private static long told(LaunchedDemo demo) {
        try {
            return demo.get("/api/runs").path(0).path("sequence").asLong(0);
        } catch (UncheckedIOException | JacksonException killed) {
            return 0;
        }
    }

    private static boolean hasEnded(LaunchedDemo demo) {
        return !demo.isRunning();
    }

    private static void kill(LaunchedDemo demo, String name) {
        try {
            for (JsonNode process : demo.processes()) {
                if (process.path("name").asString().equals(name)) {
                    ProcessHandle.of(process.path("pid").asLong()).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Long> shortSeeds() {
        return Stream.of(Long.getLong("caravan.seed", 1L));
    }

    static Stream<Long> longSeeds() {
        return seeds(SEEDS);
    }

    static Stream<Long> seedsOfMove() {
        return seeds(SEEDS_OF_MOVE);
    }

    private static Stream<Long> seeds(int number) {
        long first = Long.getLong("caravan.seed", 1L);
        return Stream.iterate(first + 1, seed -> seed + 1).limit(number);
    }
}
