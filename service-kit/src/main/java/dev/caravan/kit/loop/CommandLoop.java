package dev.caravan.kit.loop;

import dev.caravan.kit.connections.ConnectionFeed;
import dev.caravan.kit.messaging.KafkaClients;
import dev.caravan.kit.messaging.Prerequisites;
import dev.caravan.kit.time.Patience;
import dev.caravan.schemas.WorkerService;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Takes commands from the service's topic as long as the service runs: waits until all that it needs is there, joins
/// its group, and joins it again when that breaks.
final class CommandLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLoop.class);
    private static final Duration RETRY_AFTER = Duration.ofMillis(300);

    private final WorkerService service;
    private final KafkaClients kafka;
    private final Prerequisites prerequisites;
    private final ConnectionFeed connections;
    private final LaneRunner lanes;
    private final Duration stopWaitMax;
    private final Thread thread;
    private volatile LoopState state = new LoopState.Waiting("its start");
    private volatile boolean stopping;

    CommandLoop(
            WorkerService service,
            KafkaClients kafka,
            Prerequisites prerequisites,
            ConnectionFeed connections,
            LaneRunner lanes,
            Duration stopWaitMax) {
        this.service = service;
        this.kafka = kafka;
        this.prerequisites = prerequisites;
        this.connections = connections;
        this.lanes = lanes;
        this.stopWaitMax = stopWaitMax;
        this.thread = Thread.ofPlatform().name("commands").unstarted(this::run);
    }

    LoopState state() {
        return state;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    /// Stops running commands at the next safe point, commits what is finished, and leaves the group.
    @Override
    public void stop() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try (var consumer = kafka.member(service.word() + "-service")) {
                takeCommands(consumer);
            } catch (KafkaException e) {
                LOG.atError().setCause(e).log("the membership broke; joining again");
                waiting("Kafka (" + e.getMessage() + ")");
                Patience.pause(RETRY_AFTER);
            }
        }
        state = new LoopState.Stopped();
    }

    private void takeCommands(Consumer<byte[], byte[]> consumer) {
        awaitPrerequisites(consumer);
        if (stopping) {
            return;
        }
        var membership = new Membership(service.commandsTopic(), consumer, lanes, stopWaitMax);
        membership.join();
        try {
            while (!stopping) {
                membership.turn();
                state = membership.isJoined() ? new LoopState.Joined(membership.partitions()) : state;
            }
        } finally {
            membership.leave();
        }
    }

    private void awaitPrerequisites(Consumer<?, ?> consumer) {
        var missing = missing(consumer);
        while (missing.isPresent() && !stopping) {
            waiting(missing.get());
            Patience.pause(RETRY_AFTER);
            missing = missing(consumer);
        }
        waiting("its group");
    }

    private Optional<String> missing(Consumer<?, ?> consumer) {
        return prerequisites
                .missing(consumer)
                .or(() -> connections.isLoaded() ? Optional.empty() : Optional.of("connections to be read"));
    }

    private void waiting(String what) {
        var waiting = new LoopState.Waiting(what);
        if (!waiting.equals(state)) {
            LOG.atInfo().addKeyValue("for", what).log("waiting");
        }
        state = waiting;
    }
}
