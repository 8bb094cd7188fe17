package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.schemas.RunPartitions;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.jspecify.annotations.Nullable;

/// The one topology: what the orchestrator reads, its processor with all state, and what it writes.
final class RunTopology {

    static final String PROCESSOR = "runs";

    private RunTopology() {}

    /// @param place where a state store of that name keeps its entries
    static void addTo(
            Topology topology,
            ProcessorSupplier<byte[], byte[], byte[], byte[]> processor,
            Function<String, KeyValueBytesStoreSupplier> place) {
        var read = TopicCatalogue.readByOrchestrator();
        read.forEach(
                topic -> topology.addSource(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic));
        topology.addProcessor(PROCESSOR, processor, read.toArray(String[]::new));
        StateStores.builders(place).forEach(store -> topology.addStateStore(store, PROCESSOR));
        written().forEach(topic -> addSink(topology, topic));
    }

    /// The topics that the orchestrator writes.
    static Stream<String> written() {
        return Stream.of(
                        Stream.of(TopicCatalogue.RUN_EVENTS, TopicCatalogue.RUN_CHANGES, TopicCatalogue.RUN_VIEWS),
                        Arrays.stream(WorkerService.values()).map(WorkerService::commandsTopic),
                        TopicCatalogue.readByOrchestrator().stream().map(TopicCatalogue::deadLettersOf))
                .flatMap(topics -> topics)
                .sorted();
    }

    private static void addSink(Topology topology, String topic) {
        var key = new ByteArraySerializer();
        var value = new ByteArraySerializer();
        if (TopicCatalogue.find(topic).orElseThrow().key() == TopicCatalogue.Key.COMPOSITE_BY_RUN_ID) {
            topology.addSink(topic, topic, key, value, new ByRunId(), PROCESSOR);
        } else {
            topology.addSink(topic, topic, key, value, PROCESSOR);
        }
    }

    /// Partitions composite keys by their first part, and what has no key (a dead letter) as Kafka does.
    private static final class ByRunId implements StreamPartitioner<byte[], byte[]> {
        @Override
        public Optional<Set<Integer>> partitions(
                String topic, byte @Nullable [] key, byte @Nullable [] value, int partitions) {
            if (key == null) {
                return Optional.empty();
            }
            var runId = new String(key, UTF_8).split("/", 2)[0];
            return Optional.of(Set.of(RunPartitions.of(runId, partitions)));
        }
    }
}
