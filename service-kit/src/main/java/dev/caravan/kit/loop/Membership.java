package dev.caravan.kit.loop;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One consumer's membership in the group: polls, commits up to the lowest unfinished command, lets full partitions
/// pause, and hands partitions over only when their commands have stopped. Belongs to one thread, as its consumer does.
final class Membership implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final LaneRunner lanes;
    private final Duration stopWaitMax;
    private final Map<Integer, Long> uncommitted = new HashMap<>();
    private boolean joined;

    Membership(String topic, Consumer<byte[], byte[]> consumer, LaneRunner lanes, Duration stopWaitMax) {
        this.topic = topic;
        this.consumer = consumer;
        this.lanes = lanes;
        this.stopWaitMax = stopWaitMax;
    }

    void join() {
        consumer.subscribe(List.of(topic), this);
    }

    /// One turn: what came is handed to the lanes, what is finished is committed.
    void turn() {
        lanes.arrived(consumer.poll(POLL));
        lanes.advance().forEach((partition, position) -> uncommitted.merge(partition, position, Math::max));
        commit();
        pauseFull();
        joined |= consumer.groupMetadata().generationId() > 0;
    }

    boolean isJoined() {
        return joined;
    }

    Set<Integer> partitions() {
        return numbers(consumer.assignment());
    }

    /// Hands everything over.
    void leave() {
        onPartitionsRevoked(consumer.assignment());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        lanes.assigned(numbers(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        var numbers = numbers(partitions);
        lanes.release(numbers, stopWaitMax);
        lanes.advance().forEach((partition, position) -> uncommitted.merge(partition, position, Math::max));
        commitNow();
        lanes.forget(numbers);
        uncommitted.keySet().removeAll(numbers);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        var numbers = numbers(partitions);
        lanes.release(numbers, Duration.ZERO);
        lanes.forget(numbers);
        uncommitted.keySet().removeAll(numbers);
    }

    private void commit() {
        if (uncommitted.isEmpty()) {
            return;
        }
        var positions = Map.copyOf(uncommitted);
        uncommitted.clear();
        consumer.commitAsync(offsets(positions), (_, failure) -> {
            if (failure != null) {
                LOG.atWarn().addKeyValue("cause", failure.toString()).log("positions not committed yet");
                retain(positions);
            }
        });
    }

    private void commitNow() {
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets(uncommitted), COMMIT_TIMEOUT);
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("cause", e.toString()).log("positions not committed; commands may come again");
        }
    }

    /// Keeps what could not be committed, of the partitions that are still ours.
    private void retain(Map<Integer, Long> positions) {
        var ours = partitions();
        positions.forEach((partition, position) -> {
            if (ours.contains(partition)) {
                uncommitted.merge(partition, position, Math::max);
            }
        });
    }

    private void pauseFull() {
        var full = lanes.full();
        var pausing = new HashSet<>(consumer.assignment());
        pausing.removeIf(partition -> !full.contains(partition.partition()));
        var resuming = new HashSet<>(consumer.paused());
        resuming.removeAll(pausing);
        pausing.removeAll(consumer.paused());
        consumer.pause(pausing);
        consumer.resume(resuming);
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Map<Integer, Long> positions) {
        return positions.entrySet().stream()
                .collect(toMap(
                        position -> new TopicPartition(topic, position.getKey()),
                        position -> new OffsetAndMetadata(position.getValue())));
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(toSet());
    }
}
