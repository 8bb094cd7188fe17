package dev.caravan.launcher.bench;

import dev.caravan.launcher.demo.DataDirectory;
import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.platform.Platform;
import dev.caravan.launcher.platform.PortPlan;
import dev.caravan.launcher.platform.Programs;
import dev.caravan.launcher.platform.StartupCaches;
import dev.caravan.launcher.process.Fleet;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.SchemaRegistryClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// Measures one orchestrator with a broker and a registry of its own; the worker lives in this process.
final class OrchestratorBench {

    private static final String COMMIT_INTERVAL = "--spring.kafka.streams.properties.commit.interval.ms=";
    private static final int WARM_UP_RUNS = 10;
    private static final int SERIAL_RUNS = 5;

    private final Installation installation;
    private final PortPlan ports;
    private final int steps;
    private final Consumer<String> say;

    OrchestratorBench(Installation installation, PortPlan ports, int steps, Consumer<String> say) {
        this.installation = installation;
        this.ports = ports;
        this.steps = steps;
        this.say = say;
    }

    /// @param serial one run alone, from one command to the next
    record Speed(int commitIntervalMillis, double stepsPerSecond, Spread serial) {}

    /// @param createMillis per run, from the first request until the last of them waits
    /// @param serial of one more run beside them, from one command to the next
    /// @param bytes of the last record of each key per run, by topic
    record Parked(int runs, double createMillis, Spread serial, Map<String, Long> bytes) {}

    /// Throughput of so many runs at once, and the pace of one alone.
    Speed speed(int commitIntervalMillis, int runs) throws IOException {
        return with(List.of(COMMIT_INTERVAL + commitIntervalMillis), stage -> {
            stage.runToTheEnd("warm-up", WARM_UP_RUNS, steps);
            var nanos = stage.runToTheEnd("all", runs, steps);
            var serial = stage.serial("one", SERIAL_RUNS, steps);
            return new Speed(commitIntervalMillis, runs * (double) steps / (nanos / 1e9), serial);
        });
    }

    /// What runs cost that wait for people, for growing numbers of them in one orchestrator.
    List<Parked> parked(List<Integer> numbers) throws IOException {
        return with(List.of(), stage -> {
            stage.runToTheEnd("warm-up", WARM_UP_RUNS, steps);
            var results = new ArrayList<Parked>();
            var there = 0;
            for (var number : numbers) {
                var created = stage.park("parked-" + number, number - there);
                there = number;
                var serial = stage.serial("beside-" + number, SERIAL_RUNS, steps);
                results.add(new Parked(number, created, serial, stage.bytesPerRun("parked-", number)));
            }
            return results;
        });
    }

    private interface Measuring<T> {
        T on(Stage stage) throws ExecutionException, InterruptedException;
    }

    private <T> T with(List<String> settings, Measuring<T> measuring) throws IOException {
        var data = DataDirectory.fresh(installation.data().resolve("bench-" + ports.base()));
        var caches = new StartupCaches(installation.caches());
        T result;
        try (var fleet = new Fleet(data.path(), false, Duration.ofSeconds(10), say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "stop-all"));
            var programs = new Programs(installation, ports, data.path()).forMeasuring();
            new Platform(fleet, programs, ports, data.path(), caches::using, _ -> {}).startOrchestrator(settings);
            try (var registry = new SchemaRegistryClient(URI.create(ports.registryApi()));
                    var stage = new Stage(ports.bootstrapServers(), new AvroRecords(registry))) {
                result = measuring.on(stage);
            } catch (ExecutionException failure) {
                throw new IOException(String.valueOf(failure.getCause()), failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
        }
        data.delete();
        return result;
    }
}
