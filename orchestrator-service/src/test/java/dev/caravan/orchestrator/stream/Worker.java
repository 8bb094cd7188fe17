package dev.caravan.orchestrator.stream;

import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.dns.CaptureZone;
import dev.caravan.schemas.dns.LowerTtl;
import dev.caravan.schemas.dns.RevertRecords;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;

/// Answers every DNS command at once, as a worker does that has nothing to do, or keeps some waiting for a while.
final class Worker implements AutoCloseable {

    private final Cluster cluster;
    private final Consumer<byte[], byte[]> consumer;
    private final List<String> commandIds = new CopyOnWriteArrayList<>();
    private final Queue<SpecificRecord> waiting = new ArrayDeque<>();
    private volatile int answersMax = Integer.MAX_VALUE;
    private final Thread thread;

    Worker(Cluster cluster, String group) {
        this.cluster = cluster;
        this.consumer = cluster.member(group);
        consumer.subscribe(List.of(WorkerService.DNS.commandsTopic()));
        this.thread = Thread.ofPlatform().name("worker").start(this::work);
    }

    /// Ids of all commands that it has answered, in their order.
    List<String> commandIds() {
        return commandIds;
    }

    /// From now on answers so many commands of each run, and keeps those after them waiting.
    void answerOnly(int answers) {
        answersMax = answers;
    }

    /// Answers what waits, and all that comes.
    void goOn() {
        answersMax = Integer.MAX_VALUE;
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }

    private void work() {
        try {
            while (true) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    waiting.add(cluster.avro.decode(record.value()));
                }
                waiting.removeIf(this::isAnswered);
            }
        } catch (WakeupException stopped) {
            consumer.close();
        }
    }

    private boolean isAnswered(SpecificRecord command) {
        var run = ((CommandContext) command.get(0)).getRunId() + "/";
        if (commandIds.stream().filter(id -> id.startsWith(run)).count() >= answersMax) {
            return false;
        }
        answer(command);
        return true;
    }

    private void answer(SpecificRecord command) {
        switch (command) {
            case LowerTtl lower -> {
                var context = lower.getContext();
                tell(context.getRunId(), People.planned(context, People.ttl("a.example.", 3600, 60)));
                tell(context.getRunId(), People.lowered(context));
                commandIds.add(context.getCommandId());
            }
            case CaptureZone capture -> {
                tell(capture.getContext().getRunId(), People.captured(capture.getContext()));
                commandIds.add(capture.getContext().getCommandId());
            }
            case RevertRecords revert -> {
                tell(revert.getContext().getRunId(), People.reverted(revert.getContext()));
                commandIds.add(revert.getContext().getCommandId());
            }
            default -> throw new IllegalArgumentException(command.toString());
        }
    }

    private void tell(String runId, SpecificRecord event) {
        cluster.send(WorkerService.DNS.eventsTopic(), runId, event);
    }
}
