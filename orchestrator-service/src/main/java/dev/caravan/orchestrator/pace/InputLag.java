package dev.caravan.orchestrator.pace;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/// How many records lie on the topics that the orchestrator reads, and are not part of a committed transaction of its
/// yet. Asks the broker, so that it is true for all instances together.
final class InputLag {

    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;
    private final String groupId;
    private final List<String> topics;
    private List<TopicPartition> partitions = List.of();

    InputLag(Admin admin, String groupId, List<String> topics) {
        this.admin = admin;
        this.groupId = groupId;
        this.topics = topics;
    }

    synchronized long records() throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            partitions = partitions();
        }
        var committedAnswer = admin.listConsumerGroupOffsets(groupId).partitionsToOffsetAndMetadata();
        var ends = offsets(partitions, OffsetSpec.latest());
        var committed = committedAnswer.get();
        var lag = 0L;
        var neverRead = new HashMap<TopicPartition, Long>();
        for (var end : ends.entrySet()) {
            OffsetAndMetadata read = committed.get(end.getKey());
            if (read == null) {
                neverRead.put(end.getKey(), end.getValue());
            } else {
                lag += Math.max(0, end.getValue() - read.offset());
            }
        }
        return lag + sizeOf(neverRead);
    }

    private long sizeOf(Map<TopicPartition, Long> endByPartition) throws ExecutionException, InterruptedException {
        var filled = endByPartition.entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        if (filled.isEmpty()) {
            return 0;
        }
        return offsets(filled, OffsetSpec.earliest()).entrySet().stream()
                .mapToLong(begin -> endByPartition.getOrDefault(begin.getKey(), 0L) - begin.getValue())
                .sum();
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> of, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        var asked = of.stream().collect(Collectors.toMap(Function.identity(), _ -> spec));
        return admin.listOffsets(asked, COMMITTED).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, InputLag::offset));
    }

    private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> entry) {
        return entry.getValue().offset();
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(TopicPartitionInfo::partition)
                        .map(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
    }
}
