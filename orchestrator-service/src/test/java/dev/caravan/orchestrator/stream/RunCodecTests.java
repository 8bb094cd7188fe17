package dev.caravan.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.orchestrator.run.RunState;
import dev.caravan.orchestrator.run.StepState;
import dev.caravan.orchestrator.runbook.StepId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunCodecTests {

    private static final StepId STEP = StepId.parse("lower-ttl");

    private final RunCodec codec = new RunCodec();

    static Stream<RunState> run_states() {
        return RunSamples.runStates().stream();
    }

    static Stream<StepState> step_states() {
        return RunSamples.stepStates().stream();
    }

    @ParameterizedTest
    @MethodSource("run_states")
    void a_run_of_any_state_is_read_as_it_was_written(RunState state) {
        // Given
        var stored = new StoredRun(RunSamples.run(state, Map.of()), 5);
        // When
        var read = codec.decode(codec.encode(stored));
        // Then
        assertThat(read).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("step_states")
    void a_step_of_any_state_is_read_as_it_was_written(StepState state) {
        // Given
        var stored = new StoredRun(RunSamples.run(new RunState.Running(), Map.of(STEP, state)), 0);
        // When
        var read = codec.decode(codec.encode(stored));
        // Then
        assertThat(read).isEqualTo(stored);
    }

    @Test
    void the_head_tells_the_earliest_timer_and_the_commands_in_flight() {
        // Given
        var working = RunSamples.stepStates().get(2);
        var stored = new StoredRun(RunSamples.run(new RunState.Running(), Map.of(STEP, working)), 0);
        // When
        var head = codec.head(codec.encode(stored));
        // Then
        assertThat(head).isEqualTo(new StoredRun.Head(Optional.of(RunSamples.START.plusSeconds(30)), 1));
    }

    @Test
    void a_value_of_an_unknown_version_is_refused() {
        // Given
        var bytes = codec.encode(new StoredRun(RunSamples.run(new RunState.Running(), Map.of()), 0));
        bytes[0] = 9;
        // When
        // Then
        assertThatThrownBy(() -> codec.decode(bytes)).hasMessageContaining("version 9");
    }
}
