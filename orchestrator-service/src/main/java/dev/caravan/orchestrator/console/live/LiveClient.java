package dev.caravan.orchestrator.console.live;

import dev.caravan.orchestrator.console.documents.RunDocument;
import dev.caravan.orchestrator.console.documents.StepDocument;
import dev.caravan.orchestrator.console.views.RunViews.Snapshot;
import dev.caravan.orchestrator.console.views.ViewUpdate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/// One who follows. Whoever tells it something never waits: what does not fit its queue ends it, and the client comes
/// back with the id of the last event that it got.
final class LiveClient implements Consumer<ViewUpdate> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);
    private static final long NO_TIMEOUT = 0;
    private static final long RECONNECT_MILLIS = 2_000;

    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final Predicate<ViewUpdate> concern;
    private final BlockingQueue<ViewUpdate> queue;
    private final Duration heartbeat;
    private volatile boolean isOver;

    LiveClient(Predicate<ViewUpdate> concern, LiveSettings settings) {
        this.concern = concern;
        this.queue = new ArrayBlockingQueue<>(settings.queueMax());
        this.heartbeat = settings.heartbeat();
        emitter.onCompletion(this::end);
        emitter.onError(_ -> end());
        emitter.onTimeout(this::end);
    }

    SseEmitter emitter() {
        return emitter;
    }

    @Override
    public void accept(ViewUpdate update) {
        if (!isOver && concern.test(update) && !queue.offer(update)) {
            end();
        }
    }

    void end() {
        isOver = true;
    }

    /// Sends what there is and what comes, until one of both ends goes.
    void serve(Snapshot snapshot) {
        try {
            emitter.send(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("caravan"));
            send(snapshot);
            while (!isOver) {
                var update = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                emitter.send(update == null ? SseEmitter.event().comment("") : event(update));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.atDebug().setCause(gone).log("A client has gone away");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    /// Only the last event has an id: whoever gets less begins anew.
    private void send(Snapshot snapshot) throws IOException {
        var events = new ArrayList<SseEventBuilder>();
        snapshot.runs().forEach(run -> events.add(event("run", RunDocument.of(run))));
        snapshot.steps().forEach(step -> events.add(event("step", StepDocument.of(step))));
        if (!events.isEmpty()) {
            events.getLast().id(snapshot.position().toString());
        }
        for (var event : events) {
            emitter.send(event);
        }
    }

    private static SseEventBuilder event(ViewUpdate update) {
        var event = switch (update) {
            case ViewUpdate.OfRun run -> event("run", RunDocument.of(run.view()));
            case ViewUpdate.OfStep step -> event("step", StepDocument.of(step.view()));
        };
        return event.id(update.position().toString());
    }

    private static SseEventBuilder event(String name, Object document) {
        return SseEmitter.event().name(name).data(document, MediaType.APPLICATION_JSON);
    }
}
