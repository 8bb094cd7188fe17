package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// No customer waits for another.
class TenWorldsIT {

    private static final int WORLDS = 10;
    private static final int MAILBOXES = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void one_of_ten_worlds_is_broken_at_every_turn_and_the_other_nine_do_not_notice() throws Exception {
        // Given
        List<String> options = new ArrayList<>(List.of("--exit"));
        for (int seed = 1; seed <= WORLDS; seed++) {
            options.addAll(
                    List.of("--world", Worlds.generated(folder, seed, MAILBOXES).toString()));
        }
        options.addAll(List.of("--fault", "world-1:dns-refuse", "--fault", "world-1:dns-timeout"));

        // When
        try (LaunchedDemo demo = LaunchedDemo.launch(folder, options.toArray(String[]::new))) {
            int status = demo.awaitExit();

            // Then
            assertThat(status)
                    .as(() -> "the broken world is not passed over in silence: " + demo.output())
                    .isEqualTo(1);
            JsonNode runs = demo.report().path("runs");
            assertThat(runs).hasSize(WORLDS);
            assertThat(states(runs, "world-1")).containsExactly("failed");
            for (int world = 2; world <= WORLDS; world++) {
                assertThat(states(runs, "world-" + world)).as(demo::output).containsExactly("completed");
                assertThat(attempts(runs, "world-" + world))
                        .isNotEmpty()
                        .as("nothing was tried again for the sake of the broken world")
                        .allMatch(tries -> tries <= 1);
            }
        }
    }

    private static List<String> states(JsonNode runs, String world) {
        return run(runs, world).map(run -> run.path("state").asString()).toList();
    }

    private static List<Integer> attempts(JsonNode runs, String world) {
        return run(runs, world)
                .flatMap(run -> StreamSupport.stream(run.path("steps").spliterator(), false))
                .filter(step -> !step.path("kind").asString().equals("check"))
                .map(step -> step.path("attempts").asInt())
                .toList();
    }

    private static Stream<JsonNode> run(JsonNode runs, String world) {
        return StreamSupport.stream(runs.spliterator(), false)
                .filter(run -> run.path("world").asString().equals(world));
    }
}
