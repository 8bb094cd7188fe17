package dev.caravan.orchestrator.runbook;

import dev.caravan.orchestrator.runbook.lint.Problem;
import dev.caravan.orchestrator.runbook.lint.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A runbook file in the test resources that says itself what is wrong with it. A caret in a comment points at the
/// place in
/// the line before it, `#@12:7` names the place; `# schema: refuses` says that the JSON Schema sees it too.
///
/// ```yaml
///       - step: touch
///         command: test.Tuch
/// #                ^ error: there is no command `test.Tuch`; did you mean `test.Touch`?
/// ```
public record Fixture(Path path, String annotated) {

    private static final Path ROOT = Path.of("src/test/resources/runbooks");
    private static final Pattern CARET = Pattern.compile("(#\\s*)\\^ (error|warning): (.*)");
    private static final Pattern PLACE = Pattern.compile("#@(\\d+):(\\d+) (error|warning): (.*)");

    /// All files in a folder below `runbooks`.
    public static Stream<Fixture> in(String folder) {
        try (var files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(Fixture::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String name() {
        return path.getFileName().toString().replace(".yaml", "");
    }

    public boolean schemaRefuses() {
        return annotated.contains("# schema: refuses");
    }

    /// The problems that the file says it has, in the order of the file.
    public List<Problem> expected() {
        var expected = new ArrayList<Problem>();
        var line = 0;
        for (var written : annotated.lines().toList()) {
            var caret = CARET.matcher(written);
            var place = PLACE.matcher(written);
            if (caret.matches()) {
                expected.add(problem(line, caret.group(1).length() + 1, caret.group(2), caret.group(3)));
            } else if (place.matches()) {
                expected.add(problem(
                        Integer.parseInt(place.group(1)),
                        Integer.parseInt(place.group(2)),
                        place.group(3),
                        place.group(4)));
            } else {
                line++;
            }
        }
        return expected.stream().sorted().toList();
    }

    /// The file without what it says of itself: a comment cannot stand everywhere.
    public String yaml() {
        return annotated
                .lines()
                .filter(line ->
                        !CARET.matcher(line).matches() && !PLACE.matcher(line).matches())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public String toString() {
        return name();
    }

    private static Fixture of(Path path) {
        try {
            return new Fixture(path, Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Problem problem(int line, int column, String severity, String message) {
        return new Problem(name(), line, column, Severity.valueOf(severity.toUpperCase(Locale.ROOT)), message);
    }
}
