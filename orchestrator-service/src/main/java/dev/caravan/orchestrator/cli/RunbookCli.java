package dev.caravan.orchestrator.cli;

import dev.caravan.orchestrator.cel.CelExpressions;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.RunbookName;
import dev.caravan.orchestrator.runbook.catalogue.CataloguedCommands;
import dev.caravan.orchestrator.runbook.catalogue.ShippedRunbooks;
import dev.caravan.orchestrator.runbook.lint.Problem;
import dev.caravan.orchestrator.runbook.text.Occasion;
import dev.caravan.orchestrator.runbook.text.RunbookText;
import dev.caravan.orchestrator.runbook.yaml.Reading;
import dev.caravan.orchestrator.runbook.yaml.RunbookReader;
import dev.caravan.schemas.CommandCatalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A second main class beside the service: shows a runbook's steps, its plan for an occasion, or its problems.
///
/// Arguments: `steps RUNBOOK`, `lint RUNBOOK…`, `plan RUNBOOK T0 ZONE DOMAIN…`, where a runbook is the name of one that
/// ships or a file. Status 0: well; 1: the runbook has errors; 2: wrong arguments or no such runbook.
public final class RunbookCli {

    private static final int GOOD = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;
    private static final int PLAN_ARGUMENTS_MIN = 3;

    private final PrintStream out;
    private final PrintStream err;
    private final ShippedRunbooks shipped = new ShippedRunbooks();

    RunbookCli(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new RunbookCli(System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.size() < 2) {
            return misused("expected steps, lint or plan, and a runbook");
        }
        var rest = arguments.subList(1, arguments.size());
        return switch (arguments.getFirst()) {
            case "steps" -> steps(rest.getFirst());
            case "lint" -> rest.stream().mapToInt(this::lint).max().orElse(GOOD);
            case "plan" -> plan(rest.getFirst(), rest.subList(1, rest.size()));
            case String other -> misused("unknown: " + other);
        };
    }

    private int steps(String runbook) {
        return show(runbook, readable -> RunbookText.steps(readable));
    }

    private int plan(String runbook, List<String> occasion) {
        if (occasion.size() < PLAN_ARGUMENTS_MIN) {
            return misused("plan needs T0, a time zone and at least one domain");
        }
        try {
            var when = new Occasion(
                    Instant.parse(occasion.get(0)), ZoneId.of(occasion.get(1)), occasion.subList(2, occasion.size()));
            return show(runbook, readable -> RunbookText.plan(readable, when));
        } catch (DateTimeException wrong) {
            return misused(String.valueOf(wrong.getMessage()));
        }
    }

    private int lint(String runbook) {
        return source(runbook)
                .map(source -> {
                    var problems = read(source).problems();
                    problems.forEach(out::println);
                    var errors = problems.stream().filter(Problem::isError).count();
                    out.println(
                            "%s: %d errors, %d warnings".formatted(source.file(), errors, problems.size() - errors));
                    return errors == 0 ? GOOD : BROKEN;
                })
                .orElse(MISUSED);
    }

    private interface Text {
        String of(Runbook runbook);
    }

    private int show(String runbook, Text text) {
        return source(runbook)
                .map(source -> switch (read(source)) {
                    case Reading.Readable(var readable, var warnings) -> {
                        out.print(text.of(readable));
                        yield GOOD;
                    }
                    case Reading.Broken(var problems) -> {
                        problems.forEach(err::println);
                        yield BROKEN;
                    }
                })
                .orElse(MISUSED);
    }

    private record Source(String file, String yaml) {}

    /// A file if there is one of that name, else a runbook that ships.
    private Optional<Source> source(String runbook) {
        var path = Path.of(runbook);
        try {
            if (Files.isRegularFile(path)) {
                return Optional.of(new Source(runbook, Files.readString(path)));
            }
        } catch (IOException unreadable) {
            misused(runbook + " cannot be read: " + unreadable.getMessage());
            return Optional.empty();
        }
        var found = shipped.names().stream()
                .filter(name -> name.toString().equals(runbook))
                .findFirst();
        if (found.isEmpty()) {
            misused("no file and no runbook is called " + runbook + "; these ship: " + names());
        }
        return found.flatMap(name -> shipped.find(name).map(yaml -> new Source(ShippedRunbooks.fileName(name), yaml)));
    }

    private String names() {
        return shipped.names().stream().map(RunbookName::toString).collect(Collectors.joining(", "));
    }

    private static Reading read(Source source) {
        var commands = new CataloguedCommands(CommandCatalogue.shipped());
        return new RunbookReader(commands, new CelExpressions()).read(source.file(), source.yaml());
    }

    private int misused(String message) {
        err.println("caravan: " + message);
        return MISUSED;
    }
}
