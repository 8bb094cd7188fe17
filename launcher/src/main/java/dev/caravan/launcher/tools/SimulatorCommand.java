package dev.caravan.launcher.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// `caravan simulator`
@Command(
        name = "simulator",
        description = {
            "Runs the simulator by itself: serve worlds, check one, generate one.",
            "'caravan simulator --help' shows its own options."
        })
public final class SimulatorCommand implements Callable<Integer> {

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        return Tool.simulator().run(arguments);
    }
}
