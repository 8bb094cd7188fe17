package dev.caravan.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was recorded of a history is what its replay tells today. Recorded stories are never changed, only added:
/// `-Dcaravan.write=true` writes those that are missing.
class HistoryReplayTests {

    private static final Path RECORDED = Path.of("src", "test", "resources", "run", "histories");

    @ParameterizedTest
    @MethodSource("names")
    void a_recorded_history_replays_to_the_same_story(String name) throws IOException {
        // Given
        var scene = RareHistories.named(name);
        var file = RECORDED.resolve(name.replace(' ', '-') + ".txt");
        if (Boolean.getBoolean("caravan.write") && Files.notExists(file)) {
            Files.createDirectories(RECORDED);
            Files.writeString(file, story(scene));
        }
        // Then
        assertThat(file).hasContent(story(scene));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_replay_folds_the_same_run_and_asks_for_nothing(String name) {
        // Given
        var scene = RareHistories.named(name);
        // When
        var replayed = scene.turns.getFirst().before();
        for (var input : scene.history) {
            replayed = scene.process.evolve(replayed, input);
        }
        // Then
        assertThat(replayed).isEqualTo(scene.run);
        assertThat(scene.process.react(replayed, replayed, scene.history.getLast()))
                .isEmpty();
    }

    static Stream<String> names() {
        return RareHistories.all().keySet().stream();
    }

    private static String story(Scene scene) {
        return scene.turns.stream()
                .map(turn -> "> " + turn.input() + "\n"
                        + turn.effects().stream()
                                .map(effect -> "  " + effect + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}
