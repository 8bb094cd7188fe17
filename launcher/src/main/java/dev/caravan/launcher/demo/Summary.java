package dev.caravan.launcher.demo;

import dev.caravan.launcher.report.Report;
import dev.caravan.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The last lines of a demo.
final class Summary {

    private final Terminal terminal;

    Summary(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Report report, Optional<Path> dump, Optional<Path> file) {
        terminal.line("");
        report.runs()
                .forEach(run -> terminal.line("%s: %s (%s), %d steps, %d objects"
                        .formatted(
                                run.world(),
                                run.state(),
                                run.runbook(),
                                run.steps().size(),
                                run.objectsDone())));
        var times = report.times();
        terminal.line("%s of simulated time in %s, of which %.1f s to get ready"
                .formatted(
                        words(Duration.between(times.simulatedStart(), times.simulatedEnd())),
                        words(Duration.ofMillis(Math.round(times.wallSeconds() * 1000))),
                        times.readySeconds()));
        terminal.line("Calls: " + counted(report.calls()) + "; throttled: " + report.throttled() + "; messages: "
                + counted(report.messages()));
        terminal.line("Memory: %d MiB when ready, %d MiB at most; start-up caches: %s"
                .formatted(
                        report.machine().memoryReadyMiB(),
                        report.machine().memoryMostMiB(),
                        report.machine().startupCaches() ? "used" : "not all there (./caravan build makes them)"));
        report.declaredLosses()
                .forEach(loss -> terminal.line("Lost: %s %s of %s, by %s: %s"
                        .formatted(
                                loss.kind(),
                                loss.id(),
                                loss.property().isEmpty() ? "the step" : loss.property(),
                                loss.step(),
                                loss.reason())));
        dump.ifPresent(folder -> terminal.line("Dump: " + folder));
        file.ifPresent(path -> terminal.line("Report: " + path));
        if (report.problems().isEmpty()) {
            terminal.line("Everything that was asked for was reached, and the dump is as the ledger says.");
        } else {
            terminal.line("Not as it should be:");
            report.problems().forEach(problem -> terminal.line("- " + problem));
        }
    }

    private static String counted(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String words(Duration duration) {
        if (duration.toDays() > 0) {
            return "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%d s".formatted(duration.toSeconds());
    }
}
