package dev.caravan.launcher.bench.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The benchmark does what the product does: its steps are those of the runbook that ships.
class CutoverRunbookTests {

    private static final Path SHIPPED =
            Path.of("../orchestrator-service/src/main/resources/runbooks/tenant-to-tenant.yaml");
    private static final Path OURS =
            Path.of("src/main/resources/dev/caravan/launcher/bench/cutover").resolve(CaravanRun.RUNBOOK);
    private static final Pattern STEP = Pattern.compile("(?m)^ +- step: ");
    private static final Pattern KEY = Pattern.compile("(?m)^ {8}(command|on|over|chunk|window|with|timeout): .*$");

    @Test
    void every_command_is_given_as_it_is_in_the_runbook_that_ships() throws IOException {
        // Given
        var shipped = commands(SHIPPED);

        // When
        var ours = commands(OURS);

        // Then
        assertThat(ours).isNotEmpty();
        assertThat(ours).allSatisfy((step, keys) -> assertThat(shipped).containsEntry(step, keys));
    }

    /// What steps say of their commands, by the steps' ids.
    private static Map<String, Set<String>> commands(Path runbook) throws IOException {
        return Arrays.stream(STEP.split(Files.readString(runbook)))
                .skip(1)
                .filter(step -> step.contains(" command: "))
                .collect(Collectors.toMap(step -> step.lines().findFirst().orElseThrow(), CutoverRunbookTests::keys));
    }

    private static Set<String> keys(String step) {
        return KEY.matcher(step).results().map(found -> found.group().strip()).collect(Collectors.toSet());
    }
}
