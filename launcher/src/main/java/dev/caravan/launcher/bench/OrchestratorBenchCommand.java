package dev.caravan.launcher.bench;

import dev.caravan.launcher.layout.Installation;
import dev.caravan.launcher.platform.PortPlan;
import dev.caravan.launcher.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `caravan bench orchestrator`
@Command(
        name = "orchestrator",
        description = {
            "How many steps a second, how many milliseconds from step to step, and what a waiting run costs.",
            "Starts a broker, a registry and one orchestrator; runs of sequential steps that change nothing are answered "
                    + "by a worker in another process. Compare figures of one call with each other: machines differ."
        },
        mixinStandardHelpOptions = true)
final class OrchestratorBenchCommand implements Callable<Integer> {

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Runs at once. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "115",
            description = "Steps of each run, one after the other. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--commit-interval",
            paramLabel = "MS",
            split = ",",
            defaultValue = "5,10,25,100",
            description = "Commit intervals to try. Default: ${DEFAULT-VALUE}.")
    private List<Integer> commitIntervals = new ArrayList<>();

    @Option(
            names = "--parked",
            paramLabel = "N",
            split = ",",
            defaultValue = "10,10000",
            description = "Numbers of waiting runs to measure, growing. Default: ${DEFAULT-VALUE}.")
    private List<Integer> parked = new ArrayList<>();

    @Option(
            names = "--ports",
            paramLabel = "BASE",
            defaultValue = "29000",
            description = "First of 13 ports on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
    private int ports;

    @Override
    public Integer call() throws IOException {
        var terminal = Terminal.standard();
        var bench = new OrchestratorBench(Installation.found(), new PortPlan(ports), steps, terminal::line);
        terminal.line("%d processors; %d runs of %d steps"
                .formatted(Runtime.getRuntime().availableProcessors(), runs, steps));
        terminal.line("commit interval   steps/s   serial p50   serial p99   steps/s against the first");
        var first = 0.0;
        for (var interval : commitIntervals) {
            var speed = bench.speed(interval, runs);
            first = first == 0 ? speed.stepsPerSecond() : first;
            terminal.line("%12d ms %9.0f %9.1f ms %9.1f ms %12.2f"
                    .formatted(
                            interval,
                            speed.stepsPerSecond(),
                            speed.serial().p50(),
                            speed.serial().p99(),
                            speed.stepsPerSecond() / first));
        }
        tellParked(bench, terminal);
        return 0;
    }

    private void tellParked(OrchestratorBench bench, Terminal terminal) throws IOException {
        terminal.line("");
        terminal.line("waiting runs   to create   serial p50 beside them   bytes kept of each");
        for (var result : bench.parked(parked)) {
            terminal.line("%12d %8.2f ms %21.1f ms   %s"
                    .formatted(
                            result.runs(),
                            result.createMillis(),
                            result.serial().p50(),
                            result.bytes()));
        }
    }
}
