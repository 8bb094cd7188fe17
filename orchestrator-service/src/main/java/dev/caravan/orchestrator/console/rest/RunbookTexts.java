package dev.caravan.orchestrator.console.rest;

import dev.caravan.orchestrator.console.http.Problems;
import dev.caravan.orchestrator.console.runbooks.RunbookShelf;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.lint.Problem;
import dev.caravan.orchestrator.runbook.yaml.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which runbook a request means: a shipped one by its name, or the text that it brings.
final class RunbookTexts {

    private static final String UNNAMED = "runbook.yaml";
    private static final int FILE_LENGTH_MAX = 500;

    private RunbookTexts() {}

    /// A problem of a runbook as it is told.
    record ProblemDocument(String file, int line, int column, String severity, String message) {
        static ProblemDocument of(Problem problem) {
            return new ProblemDocument(
                    problem.file(),
                    problem.line(),
                    problem.column(),
                    problem.severity().toString(),
                    problem.message());
        }
    }

    static RunbookShelf.Text chosen(
            RunbookShelf shelf, @Nullable String name, @Nullable String yaml, @Nullable String file) {
        if ((name == null) == (yaml == null)) {
            throw Problems.field("runbook", "either the name of a shipped runbook, or a text: exactly one of both");
        }
        if (yaml != null) {
            return brought(yaml, file);
        }
        return shelf.find(String.valueOf(name))
                .orElseThrow(() -> Problems.field(
                        "runbook", "there is no '" + name + "'; shipped are " + String.join(", ", shelf.names())));
    }

    static RunbookShelf.Text brought(String yaml, @Nullable String file) {
        var checks = new Checks();
        var called = checks.bounded("runbookFile", file, FILE_LENGTH_MAX);
        checks.requireNone();
        return new RunbookShelf.Text(called.isEmpty() ? UNNAMED : called, yaml);
    }

    /// The runbook. Throws the problem that names everything that is wrong with it.
    static Runbook readable(RunbookShelf shelf, RunbookShelf.Text text) {
        return switch (shelf.read(text)) {
            case Reading.Readable readable -> readable.runbook();
            case Reading.Broken(var problems) ->
                throw Problems.unprocessable(problems.getFirst().toString() + more(problems), documents(problems));
        };
    }

    static List<ProblemDocument> documents(List<Problem> problems) {
        return problems.stream().map(ProblemDocument::of).toList();
    }

    private static String more(List<Problem> problems) {
        return problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    }
}
