package dev.caravan.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunSimulationTests {

    private static final int SEEDS = Integer.getInteger("caravan.seeds", 2_000);

    @Test
    void every_random_run_keeps_its_promises_and_ends() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            simulate(seed);
        }
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
