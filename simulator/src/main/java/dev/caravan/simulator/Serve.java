package dev.caravan.simulator;

import dev.caravan.simulator.dns.ZoneFileRules;
import dev.caravan.simulator.world.Reading;
import dev.caravan.simulator.world.WorldReader;
import dev.caravan.simulator.world.Worlds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "serve",
        description = "Serves worlds until it is stopped.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    @CommandLine.Option(names = "--port", required = true, description = "Port of the HTTP interfaces")
    private int port;

    @CommandLine.Option(names = "--dns-port", required = true, description = "Port of the name servers, UDP and TCP")
    private int dnsPort;

    @CommandLine.Option(names = "--resolver-port", required = true, description = "Port of the caching resolver")
    private int resolverPort;

    @CommandLine.Option(
            names = "--bittitan-port",
            description = "Port of the runner of BitTitan's cmdlets (default: 0, none)")
    private int bittitanPort;

    @CommandLine.Option(names = "--world", required = true, description = "A world's folder; may be repeated")
    private List<Path> worlds = new ArrayList<>();

    @CommandLine.Option(names = "--start", description = "Where the simulated clock begins")
    private @Nullable Instant start;

    @CommandLine.Option(names = "--speed", description = "Simulated seconds per second")
    private @Nullable Double speed;

    @CommandLine.Option(names = "--data", required = true, description = "Directory for the simulator's state")
    private Path data = Path.of("");

    @CommandLine.Unmatched
    private List<String> others = new ArrayList<>();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        for (String other : others) {
            if (!other.matches("--[a-z-]+\\..*")) {
                throw new CommandLine.ParameterException(spec.commandLine(), "unknown argument " + other);
            }
        }
        return switch (new WorldReader(new ZoneFileRules()).read(worlds)) {
            case Reading.Broken broken -> {
                spec.commandLine().getErr().println(broken.text());
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case Reading.Loaded(Worlds loaded) -> {
                SimulatorApplication.run(loaded, properties(), others.toArray(String[]::new));
                yield CommandLine.ExitCode.OK;
            }
        };
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", port);
        properties.put("simulator.dns.port", dnsPort);
        properties.put("simulator.dns.resolver-port", resolverPort);
        properties.put("simulator.bittitan.port", bittitanPort);
        properties.put("simulator.data", data.toString());
        if (start != null) {
            properties.put("simulator.clock.start", start.toString());
        }
        if (speed != null) {
            properties.put("simulator.clock.speed", speed);
        }
        return properties;
    }
}
