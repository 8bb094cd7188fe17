package dev.caravan.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunTransitionsTests {

    private static final int SEEDS = 700;
    private static final Path DIAGRAM = Path.of("..", "docs", "run-states.md");

    private static final Transitions RUN = Transitions.of(RunState.class);
    private static final Transitions STEP = Transitions.of(StepState.class);
    private static final Map<Transitions.Edge, String> SEEN_OF_RUNS = new TreeMap<>();
    private static final Map<Transitions.Edge, String> SEEN_OF_STEPS = new TreeMap<>();

    @BeforeAll
    static void simulate() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            var name = "seed " + seed;
            new Simulation(seed, turn -> see(turn, name)).toTheEnd();
        }
        RareHistories.all().forEach((name, scene) -> scene.turns.forEach(turn -> see(turn, name)));
    }

    private static void see(Invariant.Turn turn, String where) {
        see(SEEN_OF_RUNS, turn.before().state(), turn.after().state(), where);
        Stream.of(turn.before(), turn.after())
                .flatMap(run -> run.steps().keySet().stream())
                .forEach(step -> see(
                        SEEN_OF_STEPS, turn.before().step(step), turn.after().step(step), where));
    }

    private static void see(Map<Transitions.Edge, String> seen, Object before, Object after, String where) {
        if (!before.getClass().equals(after.getClass())) {
            var edge = new Transitions.Edge(Transitions.name(before.getClass()), Transitions.name(after.getClass()));
            seen.putIfAbsent(edge, where);
        }
    }

    @Test
    void every_transition_of_a_run_is_visited() {
        assertThat(RUN.unseen(SEEN_OF_RUNS)).isEmpty();
    }

    @Test
    void every_transition_of_a_step_is_visited() {
        assertThat(STEP.unseen(SEEN_OF_STEPS)).isEmpty();
    }

    @Test
    void nothing_changes_otherwise_than_by_transitions() {
        assertThat(SEEN_OF_RUNS)
                .allSatisfy((edge, where) -> assertThat(RUN.leads(edge.from(), edge.to()))
                        .as("%s in %s", edge, where)
                        .isTrue());
        assertThat(SEEN_OF_STEPS)
                .allSatisfy((edge, where) -> assertThat(STEP.leads(edge.from(), edge.to()))
                        .as("%s in %s", edge, where)
                        .isTrue());
    }

    @Test
    void the_diagram_in_the_documentation_is_the_one_in_the_code() throws IOException {
        var diagram = """
                # States of a run and of a step

                Generated from the code by `RunTransitionsTests`; `-Dcaravan.write=true` writes it anew.

                ## Run

                %s
                ## Step

                %s""".formatted(RUN.diagram("Running"), STEP.diagram("Pending"));
        if (Boolean.getBoolean("caravan.write")) {
            Files.createDirectories(DIAGRAM.getParent());
            Files.writeString(DIAGRAM, diagram);
        }
        assertThat(DIAGRAM).hasContent(diagram);
    }
}
