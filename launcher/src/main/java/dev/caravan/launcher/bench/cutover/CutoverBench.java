package dev.caravan.launcher.bench.cutover;

import dev.caravan.launcher.demo.DataDirectory;
import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.platform.Platform;
import dev.caravan.launcher.platform.PortPlan;
import dev.caravan.launcher.platform.Programs;
import dev.caravan.launcher.platform.StartupCaches;
import dev.caravan.launcher.process.Fleet;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.simulation.World;
import dev.caravan.launcher.tools.Tool;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Caravan cuts a generated world over and dumps it before each half; the guide's loops begin with those dumps, so that
/// both find the very same tenants, limits and clock.
final class CutoverBench {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int MAILBOXES_OF_A_GROUP = 10;

    private final Installation installation;
    private final PortPlan ports;
    private final Size size;
    private final FixedLimits limits;
    private final Consumer<String> say;

    record Size(int mailboxes, long seed) {}

    CutoverBench(Installation installation, PortPlan ports, Size size, FixedLimits limits, Consumer<String> say) {
        this.installation = installation;
        this.ports = ports;
        this.size = size;
        this.limits = limits;
        this.say = say;
    }

    Table compare() throws IOException, InterruptedException {
        var data = DataDirectory.fresh(installation.data().resolve("bench-" + ports.base()));
        var folder = data.path().resolve("bench");
        Tool.writeWorld(size.seed(), size.mailboxes(), traps(), folder);
        var ours = ours(data.path(), folder);
        var guide = new Halves(guideSource(data.path(), ours), guideDestination(data.path(), ours));
        data.delete();
        return new Table(limits, guide, ours.halves());
    }

    /// What the loops of the guide know how to move, a group for ten mailboxes, and nothing else.
    private Map<String, Integer> traps() {
        var traps = new TreeMap<String, Integer>();
        List.of(
                        "apps",
                        "clash",
                        "contacts",
                        "deleted-groups",
                        "destination-contacts",
                        "dynamic-groups",
                        "forwards",
                        "guests",
                        "mail-users",
                        "public-folders",
                        "security-groups",
                        "soft-deleted",
                        "sub-domain",
                        "unified-groups",
                        "unlicensed")
                .forEach(kind -> traps.put(kind, 0));
        traps.put("moving-domains", 1);
        traps.put("lists", Math.max(1, size.mailboxes() / MAILBOXES_OF_A_GROUP));
        return traps;
    }

    private CaravanRun.Done ours(Path data, Path folder) throws IOException, InterruptedException {
        say.accept("Caravan cuts over:");
        return staged(data.resolve("ours"), (platform, fleet) -> {
            platform.startAll(simulated(folder, START));
            try (var run = new CaravanRun(fleet, ports, simulation(), limits, say)) {
                return run.run(folder, data, START);
            }
        });
    }

    private Tally guideSource(Path data, CaravanRun.Done ours) throws IOException, InterruptedException {
        say.accept("The guide's loops free the source:");
        return guide(
                data.resolve("guide-source"),
                ours.before(),
                (world, secrets) -> new GuideLoops(client(world.source(), secrets))
                        .freeSource(
                                world.movingDomains().getFirst(), world.source().initialDomain()));
    }

    private Tally guideDestination(Path data, CaravanRun.Done ours) throws IOException, InterruptedException {
        say.accept("The guide's loops fill the destination:");
        var before = ours.before().folder();
        var between = ours.between().folder();
        return guide(data.resolve("guide-destination"), ours.between(), (world, secrets) -> {
            var domain = ours.movingDomain();
            new GuideLoops(client(world.destination(), secrets))
                    .fillDestination(
                            Target.read(before, between, "mailboxes", domain),
                            Target.read(before, between, "distributionGroups", domain));
        });
    }

    private interface Loops {
        void run(World world, Map<String, String> secrets) throws IOException, InterruptedException;
    }

    private Tally guide(Path data, CaravanRun.Dump dump, Loops loops) throws IOException, InterruptedException {
        return staged(data, (platform, _) -> {
            platform.startSimulator(simulated(dump.folder(), dump.at()));
            var simulation = simulation();
            simulation.letAddressesFollowNames();
            for (var limit : limits.of().entrySet()) {
                simulation.fault(limit.getValue().fault(limit.getKey()));
            }
            simulation.startClock();
            loops.run(simulation.worlds().getFirst(), simulation.credentials());
            return Tally.of(simulation.calls(0));
        });
    }

    private interface OnStage<T> {
        T play(Platform platform, Fleet fleet) throws IOException, InterruptedException;
    }

    private <T> T staged(Path data, OnStage<T> play) throws IOException, InterruptedException {
        var caches = new StartupCaches(installation.caches());
        try (var fleet = new Fleet(data, false, Duration.ofSeconds(10), say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "stop-all"));
            var programs = new Programs(installation, ports, data);
            return play.play(new Platform(fleet, programs, ports, data, caches::using, _ -> {}), fleet);
        }
    }

    private List<String> simulated(Path world, Instant start) {
        return List.of("--world", world.toString(), "--start", start.toString(), "--speed", "1");
    }

    private Simulation simulation() {
        return new Simulation(new Web(ports.url(ports.simulator())).patient(PATIENCE));
    }

    private ScriptClient client(World.Side tenant, Map<String, String> secrets) {
        return new ScriptClient(ports.url(ports.simulator()), tenant, secrets, simulation());
    }
}
