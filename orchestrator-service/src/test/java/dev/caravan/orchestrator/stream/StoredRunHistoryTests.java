package dev.caravan.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.run.StepState;
import dev.caravan.orchestrator.runbook.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/// Yesterday's runs are read today. A file is never changed: a new form of the stored value gets a new version, and a
/// file of its own beside the old ones. `-Dcaravan.write=true` writes the file of a new version.
class StoredRunHistoryTests {

    private static final Path VERSION_1 = Path.of("src/test/resources/stored-run-1.hex");

    private final RunCodec codec = new RunCodec();

    @Test
    void a_run_that_version_1_has_stored_is_read_as_it_was() throws IOException {
        // Given
        if (Boolean.getBoolean("caravan.write") && !Files.exists(VERSION_1)) {
            Files.writeString(VERSION_1, HexFormat.of().formatHex(codec.encode(sample())));
        }
        var recorded = HexFormat.of().parseHex(Files.readString(VERSION_1));
        // When
        var read = codec.decode(recorded);
        // Then
        assertThat(read).isEqualTo(sample());
    }

    private static StoredRun sample() {
        var steps = new LinkedHashMap<StepId, StepState>();
        RunSamples.stepStatesOfVersion1(0).forEach(state -> steps.put(StepId.parse("step-" + steps.size()), state));
        var parked = RunSamples.runStates().getLast();
        return new StoredRun(RunSamples.run(parked, steps), 42);
    }
}
