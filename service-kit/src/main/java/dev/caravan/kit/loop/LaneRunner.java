package dev.caravan.kit.loop;

import dev.caravan.kit.lanes.LaneLimits;
import dev.caravan.kit.lanes.Lanes;
import dev.caravan.kit.lanes.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives each running command of the [Lanes] a virtual thread.
final class LaneRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LaneRunner.class);

    private final Lanes<Delivery> lanes;
    private final Consumer<Delivery> conduct;
    private final Activity activity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Set<Ticket<Delivery>> stopping = new HashSet<>();

    /// @param conduct carries a command out; throws [CancellationException] when it was stopped
    LaneRunner(LaneLimits limits, Consumer<Delivery> conduct, Activity activity) {
        this.lanes = new Lanes<>(limits);
        this.conduct = conduct;
        this.activity = activity;
    }

    void assigned(Collection<Integer> partitions) {
        lock.lock();
        try {
            partitions.forEach(lanes::assigned);
        } finally {
            lock.unlock();
        }
    }

    /// Lets the records wait for their turn, and starts those whose turn it is.
    void arrived(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        lock.lock();
        try {
            records.forEach(this::arrived);
            startNext();
        } finally {
            lock.unlock();
        }
    }

    /// Stops what belongs to the partitions, and waits until it has ended, but no longer than that.
    void release(Set<Integer> partitions, Duration waitMax) {
        lock.lock();
        try {
            var stopped = lanes.stop(partitions);
            stopped.forEach(ticket -> ticket.work().stop().stop());
            stopping.addAll(stopped);
            var left = waitMax.toNanos();
            while (stopped.stream().anyMatch(stopping::contains) && left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /// Positions to commit, by partition; each is named once.
    Map<Integer, Long> advance() {
        lock.lock();
        try {
            return lanes.advance();
        } finally {
            lock.unlock();
        }
    }

    void forget(Set<Integer> partitions) {
        lock.lock();
        try {
            lanes.forget(partitions);
        } finally {
            lock.unlock();
        }
    }

    /// Partitions that have to pause.
    Set<Integer> full() {
        lock.lock();
        try {
            return lanes.full();
        } finally {
            lock.unlock();
        }
    }

    int running() {
        lock.lock();
        try {
            return lanes.running();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return lanes.waiting();
        } finally {
            lock.unlock();
        }
    }

    /// Commands that were told to stop and have not yet.
    int stopping() {
        lock.lock();
        try {
            return stopping.size();
        } finally {
            lock.unlock();
        }
    }

    private void arrived(ConsumerRecord<byte[], byte[]> record) {
        activity.happened();
        var account = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        var bytes = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        lanes.arrived(record.partition(), record.offset(), account, bytes, new Delivery(record, new StopSignal()));
    }

    private void startNext() {
        lanes.start()
                .forEach(ticket -> Thread.ofVirtual()
                        .name("command-" + ticket.lane() + "-" + ticket.offset())
                        .start(() -> run(ticket)));
    }

    private void run(Ticket<Delivery> ticket) {
        var finished = false;
        try {
            conduct.accept(ticket.work());
            finished = true;
        } catch (CancellationException _) {
            LOG.atInfo()
                    .addKeyValue("partition", ticket.partition())
                    .addKeyValue("offset", ticket.offset())
                    .log("a command was stopped; it will be delivered again");
        } finally {
            end(ticket, finished);
        }
    }

    private void end(Ticket<Delivery> ticket, boolean finished) {
        lock.lock();
        try {
            if (finished) {
                lanes.finished(ticket);
            } else {
                lanes.abandoned(ticket);
            }
            stopping.remove(ticket);
            activity.happened();
            startNext();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
