package dev.caravan.launcher.demo;

import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.platform.Platform;
import dev.caravan.launcher.platform.PortPlan;
import dev.caravan.launcher.platform.Programs;
import dev.caravan.launcher.platform.StartupCaches;
import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `caravan warm-up`
@Command(
        name = "warm-up",
        description = {
            "Records start-up caches of the JVM, with which a demo is ready in about two thirds of the time.",
            "Starts every process once and stops it again; takes a minute or two and about 800 MB below .caravan/aot. "
                    + "Caches are good for one build: after another one, a demo starts without them. "
                    + "`caravan build` makes those that are missing."
        },
        mixinStandardHelpOptions = true)
public final class WarmUpCommand implements Callable<Integer> {

    /// A process writes its cache while it ends.
    private static final Duration STOP_MAX = Duration.ofMinutes(3);

    @Option(
            names = "--ports",
            paramLabel = "BASE",
            defaultValue = "29000",
            description = "First of 13 ports on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
    private int ports;

    @Option(names = "--missing", description = "Only if a process has none; else ends at once.")
    private boolean missing;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var installation = Installation.found();
        var terminal = Terminal.standard();
        var plan = new PortPlan(ports);
        var place = installation.data().resolve("warm-up-" + ports);
        var programs = new Programs(installation, plan, place);
        var caches = new StartupCaches(installation.caches());
        if (missing && programs.all().stream().allMatch(caches::has)) {
            return 0;
        }
        terminal.line("Making start-up caches; a minute or two, and not again before the sources change.");
        var directory = DataDirectory.fresh(place);
        try (var fleet = new Fleet(directory.path(), false, STOP_MAX, terminal::line)) {
            Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "stop-all"));
            var platform = new Platform(fleet, programs, plan, directory.path(), caches::recordingAnew, terminal::line);
            var worlds = Worlds.folders(List.of(), installation.sampleWorld());
            platform.startAll(Worlds.arguments(worlds, DemoOptions.START, DemoOptions.SPEED));
            fleet.stopInTurn(name -> terminal.line("writing the cache of " + name));
        }
        directory.delete();
        var without = new ArrayList<String>();
        for (var program : programs.all()) {
            if (!caches.adopt(program)) {
                without.add(program.name());
            }
        }
        if (!without.isEmpty()) {
            terminal.line(
                    "No usable cache of " + String.join(", ", without) + ": is the disk full? Demos start without.");
            return 1;
        }
        return 0;
    }
}
