package dev.caravan.simulator;

import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;

/// The world that a run can be tried in, on one loopback address: `serve` it, `check` one, generate a `world`.
@CommandLine.Command(
        name = "simulator",
        description = "Simulates the tenants and name servers of worlds.",
        mixinStandardHelpOptions = true,
        subcommands = {Serve.class, Check.class, Generate.class})
public final class Simulator implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /// Runs a sub-command; without one, `serve`.
    public static void main(String[] arguments) {
        String[] line = arguments;
        if (arguments.length > 0 && arguments[0].startsWith("--") && !arguments[0].equals("--help")) {
            line = new String[arguments.length + 1];
            line[0] = "serve";
            System.arraycopy(arguments, 0, line, 1, arguments.length);
        }
        int status = commandLine().execute(line);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Simulator())
                .setParameterExceptionHandler((wrong, _) -> {
                    wrong.getCommandLine().getErr().println(wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println("The simulator cannot go on: " + reason(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /// What Spring wraps around the reason is in the log.
    private static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null && !(reason instanceof PortInUseException) && wrapped(reason)) {
            reason = reason.getCause();
        }
        return String.valueOf(reason.getMessage());
    }

    private static boolean wrapped(Throwable failure) {
        return failure.getClass().getName().startsWith("org.springframework.");
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
