package dev.caravan.launcher.bench;

import dev.caravan.launcher.bench.cutover.CutoverBenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `caravan bench`
@Command(
        name = "bench",
        description = "Measures parts of Caravan on this machine.",
        synopsisSubcommandLabel = "WHAT",
        mixinStandardHelpOptions = true,
        subcommands = {OrchestratorBenchCommand.class, CutoverBenchCommand.class})
public final class BenchCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
