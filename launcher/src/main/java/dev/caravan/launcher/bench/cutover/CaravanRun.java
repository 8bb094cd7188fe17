package dev.caravan.launcher.bench.cutover;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.demo.Departure;
import dev.caravan.launcher.demo.Lookout;
import dev.caravan.launcher.demo.RunbookChoice;
import dev.caravan.launcher.pace.Look;
import dev.caravan.launcher.pace.Pacing;
import dev.caravan.launcher.platform.PortPlan;
import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.runs.Waiting;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.standin.Customers;
import dev.caravan.launcher.standin.Hands;
import dev.caravan.launcher.standin.StandIn;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A run of the cut-over's steps by the real services, all of them. Its gates are where the ledger is read: what it did
/// from one to another is counted.
final class CaravanRun implements AutoCloseable {

    static final String RUNBOOK = "cutover.yaml";

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration SILENCE_MAX = Duration.ofMinutes(5);
    private static final Duration RELEASE = Duration.ofMinutes(5);
    private static final Duration ROUND = Duration.ofMillis(20);

    private final Simulation simulation;
    private final Runs runs;
    private final FixedLimits limits;
    private final Consumer<String> say;
    private final Lookout lookout;
    private final Set<String> passed = new HashSet<>();
    private @Nullable Look earlier;

    CaravanRun(Fleet fleet, PortPlan ports, Simulation simulation, FixedLimits limits, Consumer<String> say) {
        this.simulation = simulation;
        this.runs = new Runs(new Web(ports.url(ports.console())).patient(PATIENCE));
        this.lookout = new Lookout(fleet, ports, simulation, runs);
        this.limits = limits;
        this.say = say;
    }

    @Override
    public void close() {
        lookout.close();
    }

    /// A world as it was at that time.
    record Dump(Path folder, Instant at) {}

    /// @param before the first half
    /// @param between the halves, when the destination has the domains
    record Done(Halves halves, Dump before, Dump between, String movingDomain) {}

    Done run(Path world, Path data, Instant start) throws IOException, InterruptedException {
        simulation.releaseDomainsAfter(RELEASE);
        simulation.letAddressesFollowNames();
        var loaded = simulation.worlds().getFirst();
        var departure = new Departure(
                runs, simulation.credentials().keySet(), new RunbookChoice(null, runbook(), RUNBOOK), start, Map.of());
        var runId = departure.depart(loaded, world);
        simulation.startClock();
        var people = new StandIn(runs, new Hands(Customers.of(simulation), _ -> {}), Set.of(runId), _ -> {});

        goOn(runId, people, "approve-names");
        var before = dump(data.resolve("before"), loaded.name());
        for (var limit : limits.of().entrySet()) {
            simulation.fault(limit.getValue().fault(limit.getKey()));
        }
        var source = counted(() -> goOn(runId, people, "approve-hop"));
        goOn(runId, people, "approve-room");
        var between = dump(data.resolve("between"), loaded.name());
        var destination = counted(() -> goOn(runId, people, ""));
        return new Done(
                new Halves(source, destination),
                before,
                between,
                loaded.movingDomains().getFirst());
    }

    private interface Stretch {
        void go() throws IOException, InterruptedException;
    }

    private Tally counted(Stretch stretch) throws IOException, InterruptedException {
        var calls = simulation.calls(0).size();
        stretch.go();
        return Tally.of(simulation.calls(calls));
    }

    private Dump dump(Path folder, String world) throws IOException {
        simulation.dump(folder);
        return new Dump(folder.resolve(world), simulation.clock().now());
    }

    /// Lets the run go on until that gate waits, or to its end where there is no such gate. The clock keeps the
    /// machine's pace and skips what everybody only waits for, so that work counts as long as it takes here.
    private void goOn(String runId, StandIn people, String gate) throws IOException, InterruptedException {
        var answeredAt = System.nanoTime();
        while (true) {
            try {
                if (isReached(runId, people, gate)) {
                    say.accept("  %s %s".formatted(simulation.clock().now(), gate.isEmpty() ? "completed" : gate));
                    return;
                }
                answeredAt = System.nanoTime();
            } catch (IOException silent) {
                earlier = null;
                if (System.nanoTime() - answeredAt > SILENCE_MAX.toNanos()) {
                    throw silent;
                }
            }
            Thread.sleep(ROUND);
        }
    }

    /// Looks at everything once, and does what there is for people and for the clock to do.
    private boolean isReached(String runId, StandIn people, String gate) throws IOException {
        var clock = lookout.clock();
        var view = runs.one(runId);
        var waiting = runs.waiting();
        if (view.completed() || isNew(gate, waiting)) {
            return true;
        }
        var busy = people.act(waiting, List.of(view), clock.now());
        requireAlive(view, people);
        pace(lookout.look(clock, busy, Optional.empty()));
        return false;
    }

    /// Views are a little behind: a gate that was left may still be seen waiting.
    private boolean isNew(String gate, List<Waiting> waiting) {
        return waiting.stream().anyMatch(open -> open.stepId().equals(gate)) && passed.add(gate);
    }

    private void pace(Look now) throws IOException {
        var before = earlier;
        earlier = now;
        if (before != null && Pacing.decide(before, now) instanceof Pacing.Decision.Skip(var to, var epoch)) {
            simulation.skip(to, epoch);
            earlier = null;
        }
    }

    private static void requireAlive(RunView view, StandIn people) {
        if (people.givenUp().containsKey(view.runId())) {
            throw new Unusable(
                    "The cut-over came to a halt: " + people.givenUp().get(view.runId()));
        }
    }

    private static String runbook() throws IOException {
        try (var file = CaravanRun.class.getResourceAsStream(RUNBOOK)) {
            if (file == null) {
                throw new Unusable(RUNBOOK + " is missing from the launcher's jar.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
