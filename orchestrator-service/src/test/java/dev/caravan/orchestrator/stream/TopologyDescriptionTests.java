package dev.caravan.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class TopologyDescriptionTests {

    private static final Path RECORDED = Path.of("src/test/resources/topology.txt");

    /// Renaming a store or a node is a migration: state is found by these names.
    @Test
    void the_topology_is_the_recorded_one() throws IOException {
        // Given
        var topology = new Topology();
        // When
        RunTopology.addTo(topology, Nothing::new, Stores::persistentKeyValueStore);
        // Then
        var described = topology.describe().toString();
        assertThat(described).isEqualTo(Files.readString(RECORDED));
    }

    private static final class Nothing implements Processor<byte[], byte[], byte[], byte[]> {
        @Override
        public void process(Record<byte[], byte[]> record) {
            // Only the description counts.
        }
    }
}
