package dev.caravan.orchestrator.console.views;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one compacted topic from its beginning and for as long as the process lives, without a group, on a thread of
/// its own. Whatever happens to broker or registry, it goes on where it stood.
final class TopicFollower {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(5);
    private static final long RETRY_SECONDS = 1;

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Reader reader;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile boolean atEnd;

    TopicFollower(String topic, Supplier<Consumer<String, byte[]>> consumers, Reader reader) {
        this.topic = topic;
        this.consumers = consumers;
        this.reader = reader;
        this.thread = Thread.ofVirtual().name("follower-" + topic).unstarted(this::follow);
    }

    /// Takes one record in. What it throws tells whether the record is left out or, being retriable, read again.
    @FunctionalInterface
    interface Reader {
        void read(ConsumerRecord<String, byte[]> polled);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped.countDown();
        var reading = current;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join(STOP_MAX);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    String topic() {
        return topic;
    }

    /// Whether all that was on the topic when following began has been read.
    boolean isAtEnd() {
        return atEnd;
    }

    private void follow() {
        while (isWanted()) {
            try (var consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException stopping) {
                LOG.atDebug().addKeyValue("topic", topic).log("Stopped following");
            } catch (KafkaException trouble) {
                LOG.atWarn().addKeyValue("topic", topic).setCause(trouble).log("Following the topic is interrupted");
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        next.forEach(consumer::seek);
        var ends = consumer.endOffsets(partitions);
        while (isWanted()) {
            read(consumer.poll(POLL));
            atEnd = atEnd
                    || ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    private void read(ConsumerRecords<String, byte[]> polled) {
        for (var record : polled) {
            read(record);
            next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        try {
            reader.read(record);
        } catch (RetriableException later) {
            // The registry does not answer: nothing may be skipped, reading begins again at this record.
            throw later;
        } catch (RuntimeException garbage) {
            LOG.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(garbage)
                    .log("Left out a record that nobody can read");
        }
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        Collection<PartitionInfo> found = consumer.partitionsFor(topic);
        if (found == null || found.isEmpty()) {
            throw new KafkaException("the topic " + topic + " is not there yet");
        }
        return found.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private boolean isWanted() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            var _ = stopped.await(RETRY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
