package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `caravan bench cutover` on a small world: both ways come to their end, and ours writes less.
@Tag("long")
class CutoverBenchIT {

    private static final Pattern WRITES =
            Pattern.compile("(?m)^ +(?:guide|ours) +\\| +\\d+ +(\\d+) \\| +\\d+ +(\\d+) \\|");

    @TempDir
    private Path folder;

    @Test
    void the_guides_loops_and_ours_are_compared_under_the_same_limits() throws Exception {
        // Given
        try (PortBlock ports = PortBlock.reserve()) {

            // When
            LaunchedDemo.Finished finished = LaunchedDemo.run(
                    folder,
                    "bench",
                    "cutover",
                    "--mailboxes",
                    "10",
                    "--exchange-writes",
                    "20/10",
                    "--ports",
                    Integer.toString(ports.base()));

            // Then
            assertThat(finished.status()).as(finished.output()).isZero();
            List<Integer> writes = WRITES.matcher(finished.output())
                    .results()
                    .map(row -> Integer.parseInt(row.group(1)) + Integer.parseInt(row.group(2)))
                    .toList();
            assertThat(writes).hasSize(6);
            assertThat(writes.getLast()).isLessThan(writes.get(4));
        }
    }
}
