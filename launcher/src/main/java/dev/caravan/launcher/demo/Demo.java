package dev.caravan.launcher.demo;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.platform.Platform;
import dev.caravan.launcher.platform.PortPlan;
import dev.caravan.launcher.platform.Programs;
import dev.caravan.launcher.platform.StartupCaches;
import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.process.Memory;
import dev.caravan.launcher.progress.Story;
import dev.caravan.launcher.report.Report;
import dev.caravan.launcher.runs.Loss;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.simulation.Cutover;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.simulation.World;
import dev.caravan.launcher.standin.Customers;
import dev.caravan.launcher.standin.Hands;
import dev.caravan.launcher.standin.StandIn;
import dev.caravan.launcher.terminal.Terminal;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// One demo: everything is started, each world's run is created and brought to its end, and the end is judged.
final class Demo {

    private static final int STATUS_GOOD = 0;
    private static final int STATUS_BAD = 1;
    /// Outside the rounds: a process that dies at the beginning or at the end is started again before anybody is told
    /// that it does not answer.
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final DemoOptions options;
    private final Terminal terminal;
    private final PortPlan ports;
    private final DataDirectory data;
    private final Fleet fleet;
    private final Installation installation;
    private final StartupCaches caches;
    private final Map<String, Path> loaded = new TreeMap<>();
    private final AtomicLong memoryMost = new AtomicLong();
    private final Web console;
    private final Web control;

    private boolean allCached = true;
    private Duration ready = Duration.ZERO;
    private long memoryReady;

    Demo(DemoOptions options, Installation installation, DataDirectory data, Fleet fleet, Terminal terminal) {
        this.options = options;
        this.installation = installation;
        this.data = data;
        this.fleet = fleet;
        this.terminal = terminal;
        this.ports = new PortPlan(options.ports());
        this.caches = new StartupCaches(installation.caches());
        this.console = new Web(ports.url(ports.console()));
        this.control = new Web(ports.url(ports.simulator()));
    }

    /// The status to end with.
    int run() throws IOException, InterruptedException {
        var runbook = RunbookChoice.of(options.runbook());
        startPlatform();
        var worldOfRun = createRuns(runbook);
        var backOutAfter = new TreeMap<String, String>();
        if (options.backOutAt().isPresent()) {
            for (var runId : worldOfRun.keySet()) {
                backOutAfter.put(
                        runId,
                        BackOutAt.stepOf(
                                patientRuns().one(runId), options.backOutAt().get()));
            }
        }
        // Rounds ask once: the next round asks again, and the conductor counts how long nobody has answered.
        var runs = new Runs(console);
        var simulation = new Simulation(control);
        Consumer<String> aloud = line -> terminal.line("  " + line);
        var hands = new Hands(Customers.of(patientSimulation()), aloud);
        var standIn = new StandIn(runs, hands, worldOfRun.keySet(), aloud);
        patientSimulation().startClock();
        try (var lookout = new Lookout(fleet, ports, simulation, runs)) {
            var conductor = new Conductor(
                    fleet,
                    simulation,
                    runs,
                    lookout,
                    standIn,
                    terminal,
                    worldOfRun.keySet(),
                    backOutAfter,
                    options.exit());
            var report = close(conductor.conduct(), standIn, worldOfRun);
            if (!options.exit()) {
                terminal.line("Everything stays up until Ctrl-C: " + ports.url(ports.console()) + "/");
                conductor.stayOpen();
            }
            return report.exit();
        }
    }

    private void startPlatform() {
        var folders = Worlds.folders(options.worlds(), installation.sampleWorld());
        folders.forEach(folder -> loaded.put(folder.getFileName().toString(), folder));
        var programs = new Programs(installation, ports, data.path());
        var platform = new Platform(
                fleet,
                programs,
                ports,
                data.path(),
                program -> {
                    allCached &= caches.has(program);
                    return caches.using(program);
                },
                terminal::line);
        platform.startAll(Worlds.arguments(folders, options.start(), options.speed()));
        ready = sinceStart();
        memoryReady = memory();
        watchMemory();
        terminal.line("All processes are ready after %.1f s and hold %d MiB."
                .formatted(ready.toMillis() / 1000.0, memoryReady));
        terminal.line("Dashboard: " + ports.url(ports.console()) + "/   logs: "
                + data.path().resolve("logs"));
    }

    /// The world of each run by the run's id.
    private Map<String, World> createRuns(RunbookChoice runbook) throws IOException {
        var departure = new Departure(
                patientRuns(),
                patientSimulation().credentials().keySet(),
                runbook,
                options.start(),
                options.decisions());
        var worldOfRun = new TreeMap<String, World>();
        for (var world : patientSimulation().worlds()) {
            for (var fault : options.faults()) {
                if (fault.world().equals(world.name())) {
                    patientSimulation().fault(fault.in(world));
                }
            }
            var runId = departure.depart(world, folder(world));
            worldOfRun.put(runId, world);
            terminal.line("Run %s of %s: %s moves from %s to %s, T0 is %s (%s)"
                    .formatted(
                            runId,
                            runbook,
                            String.join(", ", world.movingDomains()),
                            world.source().displayName(),
                            world.destination().displayName(),
                            Story.moment(Cutover.t0(options.start(), world.zone()), world.zone()),
                            world.timeZone()));
        }
        return worldOfRun;
    }

    private Path folder(World world) {
        var folder = loaded.get(world.name());
        if (folder == null) {
            throw new Unusable("The simulator knows a world " + world.name() + " that nobody gave it.");
        }
        return folder;
    }

    private Report close(Ending ending, StandIn standIn, Map<String, World> worldOfRun)
            throws IOException, InterruptedException {
        var patient = patientRuns();
        var simulator = patientSimulation();
        var clock = simulator.clock();
        var backsOut = options.backOutAt().isPresent();
        var views = new ArrayList<RunView>();
        var losses = new TreeMap<String, List<Loss>>();
        for (var runId : worldOfRun.keySet()) {
            views.add(patient.one(runId));
            losses.put(runId, patient.losses(runId));
        }
        var problems = new ArrayList<>(Closing.shortcomings(views, backsOut, standIn.given()));
        switch (ending) {
            case Ending.Reached() -> {}
            case Ending.Halted(var why) -> problems.add(why);
        }
        var closing = new Closing(patient, simulator, loaded, worldOfRun, losses);
        problems.addAll(closing.dumpProblems(
                options.dump().orElse(data.path().resolve("dump")).toAbsolutePath(), backsOut));
        var report = report(problems, views, losses, standIn, clock.now(), simulator);
        if (options.report().isPresent()) {
            report.write(options.report().get());
        }
        new Summary(terminal).print(report, options.dump(), options.report());
        return report;
    }

    private Report report(
            List<String> problems,
            List<RunView> views,
            Map<String, List<Loss>> losses,
            StandIn standIn,
            Instant simulatedEnd,
            Simulation simulator)
            throws IOException {
        var counted = simulator.summary();
        var wanted = Closing.wanted(options.backOutAt().isPresent());
        return new Report(
                problems.isEmpty() ? STATUS_GOOD : STATUS_BAD,
                problems,
                views.stream().map(view -> Report.Run.of(view, wanted)).toList(),
                standIn.given(),
                losses.values().stream()
                        .flatMap(ofRun -> Report.DeclaredLoss.of(ofRun).stream())
                        .toList(),
                counted.calls(),
                counted.throttled(),
                counted.messages(),
                Report.Times.of(options.start(), simulatedEnd, sinceStart(), ready),
                new Report.Machine(allCached, memoryReady, Math.max(memoryMost.get(), memory()), fleet.deaths()));
    }

    private Runs patientRuns() {
        return new Runs(console.patient(PATIENCE));
    }

    private Simulation patientSimulation() {
        return new Simulation(control.patient(PATIENCE));
    }

    private void watchMemory() {
        Thread.ofVirtual().name("memory").start(() -> {
            try {
                while (true) {
                    memoryMost.accumulateAndGet(memory(), Math::max);
                    Thread.sleep(Duration.ofSeconds(2));
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private long memory() {
        var all = new ArrayList<>(fleet.running());
        all.add(ProcessHandle.current());
        return Memory.mebibytes(all);
    }

    private static Duration sinceStart() {
        var started = ProcessHandle.current().info().startInstant();
        return started.map(instant -> Duration.between(instant, Instant.now())).orElse(Duration.ZERO);
    }
}
