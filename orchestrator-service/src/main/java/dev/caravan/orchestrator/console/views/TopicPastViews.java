package dev.caravan.orchestrator.console.views;

import dev.caravan.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Reads one partition of the views from its beginning to its end and keeps what concerns one run.
final class TopicPastViews implements PastViews {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<Consumer<String, byte[]>> consumers;

    TopicPastViews(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    @Override
    public Map<ViewKey, Line> read(String runId, int partition) {
        var found = new HashMap<ViewKey, Line>();
        var source = new TopicPartition(TopicCatalogue.RUN_VIEWS, partition);
        try (var consumer = consumers.get()) {
            consumer.assign(List.of(source));
            consumer.seekToBeginning(List.of(source));
            var end = consumer.endOffsets(List.of(source)).getOrDefault(source, 0L);
            while (consumer.position(source) < end) {
                consumer.poll(POLL).forEach(record -> keep(record, runId, found));
            }
        }
        return found;
    }

    private static void keep(ConsumerRecord<String, byte[]> record, String runId, Map<ViewKey, Line> found) {
        if (record.key() == null || !record.key().startsWith(runId + "/")) {
            return;
        }
        ViewKey.parse(record.key()).ifPresent(key -> {
            if (record.value() == null) {
                found.remove(key);
            } else {
                found.put(key, new Line(record.value(), record.offset()));
            }
        });
    }
}
