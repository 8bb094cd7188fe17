package dev.caravan.launcher.demo;

import dev.caravan.launcher.pace.Look;
import dev.caravan.launcher.pace.Pace;
import dev.caravan.launcher.platform.PortPlan;
import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.simulation.Clock;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Looks at everything once in a round: the clock first, then all processes at the same time.
public final class Lookout implements AutoCloseable {

    private final Fleet fleet;
    private final Simulation simulation;
    private final Runs runs;
    private final Map<String, Callable<Pace>> paces = new TreeMap<>();
    private final Map<String, RunView> details = new HashMap<>();
    private final ExecutorService round = Executors.newVirtualThreadPerTaskExecutor();

    public Lookout(Fleet fleet, PortPlan ports, Simulation simulation, Runs runs) {
        this.fleet = fleet;
        this.simulation = simulation;
        this.runs = runs;
        paces.put("simulator", pace(ports.url(ports.simulator()), "/sim/pace"));
        paces.put("orchestrator-service", pace(ports.url(ports.console()), "/internal/pace"));
        paces.put("inventory-service", pace(ports.url(ports.inventory()), "/internal/pace"));
        paces.put("dns-service", pace(ports.url(ports.dns()), "/internal/pace"));
        paces.put("mailbox-service", pace(ports.url(ports.mailbox()), "/internal/pace"));
        paces.put("license-service", pace(ports.url(ports.license()), "/internal/pace"));
    }

    public Clock clock() throws IOException {
        return simulation.clock();
    }

    /// Paces of all processes, and of the people, as of a reading of the clock taken before.
    ///
    /// @param peopleLook when the people look again at what they wait for
    public Look look(Clock clock, boolean peopleBusy, Optional<Instant> peopleLook) throws IOException {
        var asked = new TreeMap<String, Future<Pace>>();
        paces.forEach((process, question) -> asked.put(process, round.submit(question)));
        var answers = new TreeMap<String, Pace>();
        answers.put("people", new Pace(peopleBusy, 0, 0, peopleLook.orElse(null)));
        for (var answer : asked.entrySet()) {
            answers.put(answer.getKey(), get(answer.getValue()));
        }
        return new Look(clock, fleet.allUp(), answers, peopleBusy);
    }

    /// All runs with their steps; a run's steps are read again only when something has happened to it.
    public List<RunView> views() throws IOException {
        var changed = new ArrayList<Future<RunView>>();
        for (var run : runs.all()) {
            var known = details.get(run.runId());
            if (known == null
                    || known.sequence() != run.sequence()
                    || !known.state().equals(run.state())) {
                changed.add(round.submit(() -> runs.one(run.runId())));
            }
        }
        for (var answer : changed) {
            var view = get(answer);
            details.put(view.runId(), view);
        }
        return List.copyOf(new TreeMap<>(details).values());
    }

    @Override
    public void close() {
        round.shutdownNow();
    }

    private static Callable<Pace> pace(String base, String path) {
        var web = new Web(base);
        return () -> Web.JSON.treeToValue(web.get(path).orThrow(), Pace.class);
    }

    private static <T> T get(Future<T> answer) throws IOException {
        try {
            return answer.get();
        } catch (ExecutionException failure) {
            throw new IOException(String.valueOf(failure.getCause()), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
