package dev.caravan.orchestrator.console.live;

import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.views.RunViews;
import dev.caravan.orchestrator.console.views.RunViews.Snapshot;
import dev.caravan.orchestrator.console.views.ViewUpdate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// All who follow now. Each has a thread of its own, which costs next to nothing while it waits; when the application
/// stops they are let go before the server waits for open requests.
final class LiveClients implements SmartLifecycle {

    private final RunViews views;
    private final LiveSettings settings;
    private final Semaphore places;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean isRunning;

    LiveClients(RunViews views, LiveSettings settings) {
        this.views = views;
        this.settings = settings;
        this.places = new Semaphore(settings.clientsMax());
    }

    /// Begins to send to one more client.
    ///
    /// @param concern which updates it wants
    /// @param start registers the client with the views and answers what there is
    SseEmitter follow(Predicate<ViewUpdate> concern, Function<LiveClient, Snapshot> start) {
        if (!places.tryAcquire()) {
            throw Problems.unavailable(settings.clientsMax() + " clients follow already; that is the limit here");
        }
        var client = new LiveClient(concern, settings);
        threads.add(Thread.ofVirtual().name("live-client").start(() -> serve(client, start)));
        return client.emitter();
    }

    int count() {
        return settings.clientsMax() - places.availablePermits();
    }

    private void serve(LiveClient client, Function<LiveClient, Snapshot> start) {
        try {
            client.serve(start.apply(client));
        } finally {
            views.forget(client);
            places.release();
            threads.remove(Thread.currentThread());
        }
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
