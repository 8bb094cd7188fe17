package dev.caravan.launcher.demo;

import dev.caravan.launcher.dump.DumpCheck;
import dev.caravan.launcher.dump.ServerCheck;
import dev.caravan.launcher.dump.ZoneFile;
import dev.caravan.launcher.runs.LedgerLine;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.runs.StepView;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.standin.Given;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges how a demo ended: what was asked for, reached by everybody, and a dump that the ledgers explain.
final class Closing {

    /// A secondary may still be fetching what its primary has.
    private static final int SERVER_LOOKS_MAX = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Runs runs;
    private final Simulation simulation;
    /// The loaded folder of each world by its name.
    private final Map<String, Path> loaded;

    Closing(Runs runs, Simulation simulation, Map<String, Path> loaded) {
        this.runs = runs;
        this.simulation = simulation;
        this.loaded = loaded;
    }

    /// What speaks against a good end, in words; empty when nothing does.
    ///
    /// @param backsOut whether the runs were to be backed out
    static List<String> shortcomings(List<RunView> views, boolean backsOut, List<Given> given) {
        var problems = new ArrayList<String>();
        for (var view : views) {
            var reached = backsOut ? view.backedOut() : view.completed();
            if (!reached) {
                problems.add("%s is %s and should be %s".formatted(view.title(), view.state(), wanted(backsOut)));
            }
            for (var step : view.steps()) {
                shortcoming(view, step).ifPresent(problems::add);
            }
        }
        given.stream()
                .filter(one -> one.kind().equals("answer") && one.evidence().isBlank())
                .forEach(one ->
                        problems.add(one.stepId() + " of run " + one.runId() + " was answered without evidence"));
        return problems;
    }

    static String wanted(boolean backsOut) {
        return backsOut ? "backed out" : "completed";
    }

    /// Dumps all worlds and compares each with what was loaded, what its run's ledger says, and what the servers serve.
    List<String> dumpProblems(Path dump, List<RunView> views, boolean backsOut)
            throws IOException, InterruptedException {
        simulation.dump(dump);
        var ledgers = new HashMap<String, List<LedgerLine>>();
        for (var view : views) {
            ledgers.put(view.title(), runs.ledger(view.runId()));
        }
        var problems = new ArrayList<String>();
        for (var world : loaded.entrySet()) {
            var ledger = ledgers.getOrDefault(world.getKey(), List.of());
            var dumped = dump.resolve(world.getKey());
            for (var problem : new DumpCheck(world.getValue(), dumped).problems(backsOut ? kept(ledger) : ledger)) {
                problems.add(world.getKey() + "/" + problem);
            }
            problems.addAll(serverProblems(dumped, DumpCheck.touched(ledger)));
        }
        return problems;
    }

    /// After a back-out only what people changed in between may differ, and that is in the ledger as a conflict.
    private static List<LedgerLine> kept(List<LedgerLine> ledger) {
        return ledger.stream().filter(LedgerLine::conflict).toList();
    }

    private List<String> serverProblems(Path dumped, List<String> touched) throws IOException, InterruptedException {
        var check = new ServerCheck(simulation.nameServers().servers());
        var problems = new ArrayList<String>();
        for (var file : ZoneFile.in(dumped).values()) {
            var zone = ZoneFile.read(file);
            var different = check.problems(zone, touched);
            for (var look = 1; !different.isEmpty() && look < SERVER_LOOKS_MAX; look++) {
                Thread.sleep(BETWEEN_LOOKS);
                different = check.problems(zone, touched);
            }
            problems.addAll(different);
        }
        return problems;
    }

    private static Optional<String> shortcoming(RunView view, StepView step) {
        if (step.failed()) {
            return Optional.of("%s: %s failed: %s".formatted(view.title(), step.stepId(), step.reason()));
        }
        return step.skipped()
                ? Optional.of("%s: %s was skipped: %s".formatted(view.title(), step.stepId(), step.reason()))
                : Optional.empty();
    }
}
