package dev.caravan.launcher.tools;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `caravan world`
@Command(
        name = "world",
        description = {
            "Writes a generated world, valid by the simulator's own rules; the same seed makes the same bytes.",
            "'caravan simulator check DIR' checks any world."
        },
        mixinStandardHelpOptions = true)
public final class WorldCommand implements Callable<Integer> {

    @Option(names = "--seed", paramLabel = "N", required = true, description = "Decides everything that is left open.")
    private long seed;

    @Option(names = "--mailboxes", paramLabel = "M", required = true, description = "How many the source has.")
    private int mailboxes;

    @Option(
            names = "--trap",
            paramLabel = "KIND=COUNT",
            description = "Something nasty to build in, so often; may be repeated. "
                    + "'caravan simulator world --help' names the kinds.")
    private List<String> traps = new ArrayList<>();

    @Parameters(paramLabel = "DIR", description = "A folder that does not exist or is empty.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
        var arguments = new ArrayList<>(
                List.of("world", "--seed", Long.toString(seed), "--mailboxes", Integer.toString(mailboxes)));
        traps.forEach(trap -> arguments.addAll(List.of("--trap", trap)));
        arguments.add(folder.toString());
        return Tool.simulator().run(arguments);
    }
}
