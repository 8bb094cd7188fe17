package dev.caravan.launcher.tools;

import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.simulation.Cutover;
import dev.caravan.launcher.simulation.WorldFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `caravan plan`
@Command(
        name = "plan",
        description = "Shows in sentences what a runbook would do to a world, and when.",
        mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = RunbookFile.LABEL,
            description = RunbookFile.DESCRIPTION,
            defaultValue = RunbookFile.DEFAULT)
    private String runbook = RunbookFile.DEFAULT;

    @Option(names = "--world", paramLabel = "DIR", description = "The world. Default: the sample fabrikam-to-contoso.")
    private @Nullable Path world;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            defaultValue = "2026-11-20T08:00:00Z",
            description = "T0 is the first Friday 20:00 in the customer's zone at least 14 days later. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Instant start = Instant.EPOCH;

    @Override
    public Integer call() throws InterruptedException {
        var folder = world == null ? Installation.found().sampleWorld() : world;
        var read = WorldFolder.read(folder);
        var arguments = new ArrayList<>(List.of(
                "plan",
                runbook,
                Cutover.t0(start, read.zone()).toString(),
                read.zone().getId()));
        arguments.addAll(read.movingDomains());
        return Tool.runbooks().run(arguments);
    }
}
