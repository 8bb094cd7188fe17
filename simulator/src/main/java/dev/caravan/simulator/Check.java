package dev.caravan.simulator;

import dev.caravan.simulator.dns.ZoneFileRules;
import dev.caravan.simulator.world.Reading;
import dev.caravan.simulator.world.World;
import dev.caravan.simulator.world.WorldReader;
import dev.caravan.simulator.world.Worlds;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "check",
        description = "Says everything that is wrong with worlds, file and line, as if they were served together.",
        mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {

    @CommandLine.Parameters(arity = "1..*", paramLabel = "DIR", description = "A world's folder")
    private List<Path> worlds = new ArrayList<>();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (new WorldReader(new ZoneFileRules()).read(worlds)) {
            case Reading.Broken broken -> {
                out.println(broken.text());
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case Reading.Loaded(Worlds loaded) -> {
                loaded.all().forEach(world -> out.println(right(world)));
                yield CommandLine.ExitCode.OK;
            }
        };
    }

    private static String right(World world) {
        return world.name() + ": right; moving domains " + world.movingDomains() + ", "
                + world.zones().size() + " zones, " + world.files().size() + " files";
    }
}
