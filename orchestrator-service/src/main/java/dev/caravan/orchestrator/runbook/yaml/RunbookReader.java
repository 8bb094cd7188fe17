package dev.caravan.orchestrator.runbook.yaml;

import dev.caravan.orchestrator.runbook.Commands;
import dev.caravan.orchestrator.runbook.Runbook;
import dev.caravan.orchestrator.runbook.lint.Draft;
import dev.caravan.orchestrator.runbook.lint.Expressions;
import dev.caravan.orchestrator.runbook.lint.Linter;
import dev.caravan.orchestrator.runbook.lint.Marked;
import dev.caravan.orchestrator.runbook.lint.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Reads and lints runbooks.
public final class RunbookReader {

    private final Commands commands;
    private final Linter linter;

    public RunbookReader(Commands commands, Expressions expressions) {
        this.commands = commands;
        this.linter = new Linter(commands, expressions);
    }

    /// The runbook, or all problems at once: those of the form (keys, types, values) and those of the meaning together.
    ///
    /// @param fileName what problems call the file
    public Reading read(String fileName, String yaml) {
        var problems = new Problems(fileName);
        var form = YamlText.parse(yaml, problems).map(root -> form(problems).read(root));
        if (form.isEmpty()) {
            return new Reading.Broken(sorted(problems.found(), List.of()));
        }
        var read = form.get();
        var draft = new Draft(fileName, read.decisions(), read.phases(), read.steps());
        var all = sorted(problems.found(), linter.problems(draft));
        return all.stream().anyMatch(Problem::isError)
                ? new Reading.Broken(all)
                : new Reading.Readable(runbook(read), all);
    }

    /// The runbook of a run that has begun: what was accepted then is not linted again, by whatever rules there are
    /// now.
    ///
    /// Throws `IllegalArgumentException` naming the first problem of the form when the text is no runbook at all.
    public Runbook readAccepted(String fileName, String yaml) {
        var problems = new Problems(fileName);
        var form = YamlText.parse(yaml, problems).map(root -> form(problems).read(root));
        problems.found().stream().min(Comparator.naturalOrder()).ifPresent(problem -> {
            throw new IllegalArgumentException(problem.toString());
        });
        return runbook(form.orElseThrow(() -> new IllegalArgumentException(fileName + " is no runbook")));
    }

    private RunbookForm form(Problems problems) {
        var times = new TimeForm(problems);
        var acts = new ActForm(times, problems);
        var workForm = new WorkForm(commands, times, acts, problems);
        var stepForm = new StepForm(workForm, new BackOutForm(commands, acts, problems), problems);
        return new RunbookForm(stepForm, new AgainForm(problems), problems);
    }

    private static List<Problem> sorted(List<Problem> form, List<Problem> meaning) {
        return Stream.concat(form.stream(), meaning.stream())
                .sorted()
                .distinct()
                .toList();
    }

    private static Runbook runbook(RunbookForm read) {
        return new Runbook(
                read.name(), read.title(), values(read.decisions()), values(read.phases()), values(read.steps()));
    }

    private static <T> List<T> values(List<Marked<T>> marked) {
        return marked.stream().map(Marked::value).toList();
    }
}
