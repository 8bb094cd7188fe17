package dev.caravan.launcher.tools;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `caravan steps`
@Command(
        name = "steps",
        description = "Shows a runbook's steps: kind, guide numbers, times, needs, and what takes each of them back.",
        mixinStandardHelpOptions = true)
public final class StepsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = RunbookFile.LABEL,
            description = RunbookFile.DESCRIPTION,
            defaultValue = RunbookFile.DEFAULT)
    private String runbook = RunbookFile.DEFAULT;

    @Override
    public Integer call() throws InterruptedException {
        return Tool.runbooks().run(List.of("steps", runbook));
    }
}
