package dev.caravan.launcher.demo;

import dev.caravan.launcher.dump.Accounts;
import dev.caravan.launcher.dump.DumpCheck;
import dev.caravan.launcher.dump.Letters;
import dev.caravan.launcher.dump.ServerCheck;
import dev.caravan.launcher.runs.LedgerLine;
import dev.caravan.launcher.runs.Loss;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.runs.StepView;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.simulation.World;
import dev.caravan.launcher.standin.Given;
import dev.caravan.launcher.zone.Authorities;
import dev.caravan.launcher.zone.ZoneFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private final Map<String, World> worldOfRun;
    private final Map<String, List<Loss>> losses;

    /// @param losses of each run, as its runbook declares them and its back-out found them
    Closing(
            Runs runs,
            Simulation simulation,
            Map<String, Path> loaded,
            Map<String, World> worldOfRun,
            Map<String, List<Loss>> losses) {
        this.runs = runs;
        this.simulation = simulation;
        this.loaded = loaded;
        this.worldOfRun = worldOfRun;
        this.losses = losses;
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

    /// Dumps all worlds and compares each with what was loaded, what its run's ledger says, and what the servers serve;
    /// and no letter may have been refused.
    List<String> dumpProblems(Path dump, boolean backsOut) throws IOException, InterruptedException {
        simulation.dump(dump);
        var problems = new ArrayList<String>();
        for (var world : loaded.entrySet()) {
            var ledger = new ArrayList<LedgerLine>();
            for (var run : runsOf(world.getKey())) {
                var lines = runs.ledger(run);
                ledger.addAll(lines);
                if (backsOut) {
                    problems.addAll(DumpCheck.unreturned(lines, losses.getOrDefault(run, List.of())));
                }
            }
            var dumped = dump.resolve(world.getKey());
            for (var problem : new DumpCheck(world.getValue(), dumped, accounts(world.getKey())).problems(ledger)) {
                problems.add(world.getKey() + "/" + problem);
            }
            for (var letter : Letters.refused(world.getValue(), dumped)) {
                problems.add(world.getKey() + "/" + letter);
            }
            problems.addAll(serverProblems(dumped, DumpCheck.touched(ledger)));
        }
        return problems;
    }

    private List<String> runsOf(String world) {
        return worldOfRun.entrySet().stream()
                .filter(run -> run.getValue().name().equals(world))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Accounts accounts(String world) {
        return worldOfRun.values().stream()
                .filter(known -> known.name().equals(world))
                .findFirst()
                .map(Accounts::of)
                .orElse(Accounts.NONE);
    }

    private List<String> serverProblems(Path dumped, List<String> touched) throws IOException, InterruptedException {
        var check = new ServerCheck(new Authorities(simulation.nameServers().servers()));
        var problems = new ArrayList<String>();
        for (var file : ZoneFile.in(dumped).values()) {
            var zone = ZoneFile.read(file);
            var different = look(check, zone, touched);
            for (var looks = 1; !different.isEmpty() && looks < SERVER_LOOKS_MAX; looks++) {
                Thread.sleep(BETWEEN_LOOKS);
                different = look(check, zone, touched);
            }
            problems.addAll(different);
        }
        return problems;
    }

    /// A server that is being started again does not answer for a while.
    private static List<String> look(ServerCheck check, ZoneFile zone, List<String> touched) {
        try {
            return check.problems(zone, touched);
        } catch (IOException silent) {
            return List.of(zone.apex() + ": a server does not answer: " + silent.getMessage());
        }
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
