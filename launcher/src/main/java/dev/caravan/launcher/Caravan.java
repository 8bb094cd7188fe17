package dev.caravan.launcher;

import dev.caravan.launcher.bench.BenchCommand;
import dev.caravan.launcher.demo.DemoCommand;
import dev.caravan.launcher.demo.WarmUpCommand;
import dev.caravan.launcher.tools.LintCommand;
import dev.caravan.launcher.tools.PlanCommand;
import dev.caravan.launcher.tools.SetupCommand;
import dev.caravan.launcher.tools.SimulatorCommand;
import dev.caravan.launcher.tools.StepsCommand;
import dev.caravan.launcher.tools.WorldCommand;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `caravan`: the one command of this project, as far as it needs a JVM.
@Command(
        name = "caravan",
        description = "Moves whole Microsoft 365 tenants, and shows here how it does.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Of the script itself: `caravan build [--no-caches]` builds and makes the start-up caches that are missing, "
                    + "`caravan test [--long]` builds and runs every test.",
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            StepsCommand.class,
            PlanCommand.class,
            LintCommand.class,
            WorldCommand.class,
            SimulatorCommand.class,
            WarmUpCommand.class,
            BenchCommand.class,
            SetupCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Caravan implements Runnable {

    private static final int STATUS_UNUSABLE = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Caravan()).setExecutionExceptionHandler(Caravan::tell);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int tell(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("caravan: " + message(failure));
        line.getErr().flush();
        return STATUS_UNUSABLE;
    }

    private static String message(Exception failure) {
        return failure instanceof Unusable || failure instanceof IOException
                ? String.valueOf(failure.getMessage())
                : String.valueOf(failure);
    }
}
