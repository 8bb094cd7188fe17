package dev.caravan.launcher.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `caravan lint`
@Command(
        name = "lint",
        description = "Shows all problems of runbooks at once, as file:line:column: what is wrong.",
        footer = {"", "Exit status 1 when there is an error, 0 when there are at most warnings."},
        mixinStandardHelpOptions = true)
public final class LintCommand implements Callable<Integer> {

    @Parameters(paramLabel = RunbookFile.LABEL, arity = "1..*", description = "Files, or names of runbooks that ship.")
    private List<String> runbooks = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        var arguments = new ArrayList<>(List.of("lint"));
        arguments.addAll(runbooks);
        return Tool.runbooks().run(arguments);
    }
}
