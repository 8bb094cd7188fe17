package dev.caravan.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RunSimulationTests {

    private static final int SEEDS = 2_000;
    private static final int MORE_SEEDS = Integer.getInteger("caravan.seeds", 100_000);

    @Test
    void every_random_run_keeps_its_promises_and_ends() {
        LongStream.range(0, SEEDS).forEach(RunSimulationTests::simulate);
    }

    @Tag("long")
    @Test
    void and_so_do_many_more() {
        var first = SEEDS + Long.getLong("caravan.seed", 0L);
        LongStream.range(first, first + MORE_SEEDS).forEach(RunSimulationTests::simulate);
    }

    private static void simulate(long seed) {
        try {
            var simulation = new Simulation(seed);
            var end = simulation.toTheEnd();
            assertThat(simulation.replayed()).isEqualTo(end);
            simulation.requireRestored();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
        }
    }
}
