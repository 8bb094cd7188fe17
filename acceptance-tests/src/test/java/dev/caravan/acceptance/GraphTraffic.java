package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.graph.contract.GraphContract;
import dev.caravan.graph.contract.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What services and simulator said to each other in Graph's name while a demo ran.
final class GraphTraffic {

    private GraphTraffic() {}

    /// Where the simulator of the demo in that folder writes it.
    static Path in(Path folder) {
        return folder.resolve("graph-traffic.jsonl");
    }

    /// Every request and every answer is one that Microsoft describes, refused requests too: a service asks for nothing
    /// that there is not. Says nothing where the description is missing; `GraphContractTests` does.
    static void assertDescribed(Path folder) throws IOException {
        if (Slice.isThere() && Files.exists(in(folder))) {
            assertThat(GraphContract.ofMicrosoft().violations(in(folder))).isEmpty();
        }
    }
}
