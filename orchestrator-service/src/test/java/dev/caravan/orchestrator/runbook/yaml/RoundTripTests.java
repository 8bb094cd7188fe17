package dev.caravan.orchestrator.runbook.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.FictionalCommands;
import dev.caravan.orchestrator.runbook.RandomRunbooks;
import dev.caravan.orchestrator.runbook.RunbookYaml;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RoundTripTests {

    private static final RunbookReader READER = new RunbookReader(new FictionalCommands(), new CelExpressions());

    @Test
    void a_runbook_that_is_written_and_read_again_is_the_same() {
        LongStream.range(0, 300).forEach(RoundTripTests::is_the_same);
    }

    @Test
    void a_runbook_of_several_hundred_steps_is_read_too() {
        // Given
        var runbook = RandomRunbooks.of(1, 400);

        // When
        var reading = READER.read("large.yaml", RunbookYaml.of(runbook));

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Readable.class,
                        readable -> assertThat(readable.runbook()).isEqualTo(runbook));
    }

    private static void is_the_same(long seed) {
        // Given
        var runbook = RandomRunbooks.of(seed);

        // When
        var reading = READER.read("seed-" + seed, RunbookYaml.of(runbook));

        // Then
        assertThat(reading.problems()).as("seed %d", seed).noneMatch(problem -> problem.isError());
        assertThat(reading)
                .as("seed %d", seed)
                .isInstanceOfSatisfying(
                        Reading.Readable.class,
                        readable -> assertThat(readable.runbook()).isEqualTo(runbook));
    }
}
