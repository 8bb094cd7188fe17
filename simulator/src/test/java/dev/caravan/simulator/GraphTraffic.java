package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.graph.contract.GraphContract;
import dev.caravan.graph.contract.Slice;
import dev.caravan.graph.contract.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/// What a test and a simulator said to each other in Graph's name.
final class GraphTraffic {

    private GraphTraffic() {}

    /// A new file for it.
    static Path file() {
        try {
            Path file = Files.createTempFile("graph-traffic", ".jsonl");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every answer is one that Microsoft describes, and so is every request but for those that were refused: a test
    /// may ask for anything to see it refused. Where the description is missing `GraphTrafficTests` says so.
    static void assertDescribed(Path traffic) {
        if (!Slice.isThere()) {
            return;
        }
        try {
            assertThat(GraphContract.ofMicrosoft().violations(traffic).stream()
                            .filter(Predicate.not(Violation::isOfRefusedRequest)))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
