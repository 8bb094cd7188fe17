package dev.caravan.orchestrator.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Comes before the topology: waits for topics and registry, and lets the service start only against a sound cluster.
final class StreamsGate implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsGate.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final TopicsCheck topics;
    private final KnownSchemas schemas;
    private final Duration topicsWaitMax;
    private final int phase;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Optional<String> waitingFor = Optional.of("the cluster");

    /// @param topicsWaitMax for whoever creates the topics, and may have begun later than this service
    /// @param phase before that of the topology
    StreamsGate(TopicsCheck topics, KnownSchemas schemas, Duration topicsWaitMax, int phase) {
        this.topics = topics;
        this.schemas = schemas;
        this.topicsWaitMax = topicsWaitMax;
        this.phase = phase;
    }

    /// What the topology cannot start without; empty once it may start.
    Optional<String> waitingFor() {
        return waitingFor;
    }

    @Override
    public void start() {
        try {
            waitForTopics();
            topics.requireSoundCluster();
            waitForSchemas();
        } catch (ExecutionException unanswered) {
            throw new IllegalStateException("Kafka could not be asked about its topics", unanswered.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the schema registry", interrupted);
        }
    }

    private void waitForTopics() throws ExecutionException, InterruptedException {
        var looksMax = topicsWaitMax.dividedBy(PAUSE);
        for (var look = 0; look < looksMax && !topics.missing().isEmpty(); look++) {
            if (look == 0) {
                LOG.atInfo().addKeyValue("max", topicsWaitMax).log("Waiting for topics");
            }
            if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void waitForSchemas() throws InterruptedException {
        var told = Optional.<String>empty();
        waitingFor = schemas.learn();
        while (waitingFor.isPresent() && !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            if (!waitingFor.equals(told)) {
                told = waitingFor;
                LOG.atInfo().addKeyValue("missing", told.orElse("")).log("Waiting for the schema registry");
            }
            waitingFor = schemas.learn();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return waitingFor.isEmpty() && stopped.getCount() > 0;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
