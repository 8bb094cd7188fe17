package dev.caravan.launcher.platform;

import dev.caravan.launcher.Unusable;
import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.process.Ports;
import dev.caravan.launcher.process.Program;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Starts everything in the order of what leans on what, and as much at once as that order allows. The orchestrator,
/// which takes longest, starts with the broker and waits for its topics.
public final class Platform {

    /// Of each topic; enough to show that nothing depends on there being one.
    private static final int PARTITIONS = 2;

    private final Fleet fleet;
    private final Programs programs;
    private final PortPlan ports;
    private final Path data;
    private final Consumer<String> say;
    private final UnaryOperator<Program> tuned;
    private final List<CompletableFuture<Void>> starting = new ArrayList<>();

    /// @param tuned adds to each program's JVM flags
    public Platform(
            Fleet fleet,
            Programs programs,
            PortPlan ports,
            Path data,
            UnaryOperator<Program> tuned,
            Consumer<String> say) {
        this.fleet = fleet;
        this.programs = programs;
        this.ports = ports;
        this.data = data;
        this.tuned = tuned;
        this.say = say;
    }

    /// Starts all; returns when all are ready, or throws [Unusable] when one cannot be.
    ///
    /// @param worldsAndClock arguments of the simulator
    public void startAll(List<String> worldsAndClock) {
        var simulator = programs.simulator(worldsAndClock);
        var orchestrator = programs.orchestrator(List.of());
        Ports.requireFree(Stream.concat(
                        Stream.of(programs.broker(), programs.registry(), simulator, orchestrator),
                        programs.workers().stream())
                .toList());
        var broker = start(programs.broker());
        start(orchestrator);
        var registry = start(programs.registry());
        var simulated = start(simulator);
        await(broker);
        Foundations.topics(ports.bootstrapServers(), PARTITIONS);
        await(simulated);
        prepare();
        programs.workers().forEach(this::start);
        await(registry);
        Foundations.schemas(ports.registryApi());
        starting.forEach(this::await);
    }

    /// Starts only what the orchestrator needs, for a benchmark.
    public void startOrchestrator(List<String> settings) {
        var orchestrator = programs.orchestrator(settings);
        Ports.requireFree(List.of(programs.broker(), programs.registry(), orchestrator));
        var broker = start(programs.broker());
        start(orchestrator);
        var registry = start(programs.registry());
        await(broker);
        Foundations.topics(ports.bootstrapServers(), PARTITIONS);
        await(registry);
        Foundations.schemas(ports.registryApi());
        starting.forEach(this::await);
    }

    /// Starts the simulator alone, for who speaks with it directly.
    public void startSimulator(List<String> worldsAndClock) {
        var simulator = programs.simulator(worldsAndClock);
        Ports.requireFree(List.of(simulator));
        await(start(simulator));
    }

    private CompletableFuture<Void> start(Program program) {
        var begun = System.nanoTime();
        var ports = program.ports().isEmpty() ? "" : " on " + program.ports().getFirst();
        say.accept("starting " + program.name() + ports);
        var ready = fleet.start(tuned.apply(program));
        var told = ready.thenRun(() ->
                say.accept("%s is ready after %.1f s".formatted(program.name(), (System.nanoTime() - begun) / 1e9)));
        starting.add(told);
        return told;
    }

    private void prepare() {
        try {
            var simulation = new Simulation(new Web(ports.url(ports.simulator())));
            Preparation.credentials(data.resolve("credentials"), simulation.credentials());
            Preparation.configuration(data.resolve("config"), simulation.nameServers(), ports.url(ports.simulator()));
        } catch (IOException failure) {
            throw new Unusable("The services cannot be prepared: " + failure.getMessage(), failure);
        }
    }

    /// Waits for one, and for none any longer when any has been given up.
    private void await(CompletableFuture<Void> ready) {
        try {
            CompletableFuture.anyOf(ready, fleet.broken()).get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Unusable unusable
                    ? unusable
                    : new Unusable(String.valueOf(failure.getCause()), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unusable("Interrupted while starting.", interrupted);
        }
        if (fleet.broken().isDone()) {
            throw fleet.broken().join();
        }
    }
}
