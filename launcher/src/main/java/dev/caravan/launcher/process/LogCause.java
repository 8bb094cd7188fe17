package dev.caravan.launcher.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds in the last lines of a dead process's log why it died, in the shortest words that the log has.
final class LogCause {

    private static final Pattern EXCEPTION = Pattern.compile("(?:Caused by: |Exception in thread \"[^\"]*\" )(.+)");
    private static final Pattern TRACE = Pattern.compile("^\\s+(?:at |\\.\\.\\. \\d+ more|Suppressed:).*");
    private static final Pattern LOCATED = Pattern.compile("^\\S+:\\d+(?::\\d+)?: .+");
    private static final int LINES_MAX = 3;

    private LogCause() {}

    static String of(List<String> lines) {
        return description(lines)
                .or(() -> locatedMessages(lines))
                .or(() -> lastException(lines))
                .or(() -> lastWords(lines))
                .orElse("it left no word in its log");
    }

    /// What Spring Boot's failure analysis says under `Description:`.
    private static Optional<String> description(List<String> lines) {
        var heading = lines.lastIndexOf("Description:");
        if (heading < 0) {
            return Optional.empty();
        }
        return joined(lines.stream()
                .skip(heading + 1)
                .dropWhile(String::isBlank)
                .takeWhile(line -> !line.equals("Action:") && !line.isBlank())
                .toList());
    }

    /// Messages of the form `file:line: what is wrong`.
    private static Optional<String> locatedMessages(List<String> lines) {
        return joined(
                lines.stream().filter(line -> LOCATED.matcher(line).matches()).toList());
    }

    private static Optional<String> lastException(List<String> lines) {
        return lines.reversed().stream()
                .map(EXCEPTION::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }

    private static Optional<String> lastWords(List<String> lines) {
        var said = lines.stream()
                .filter(line -> !line.isBlank() && !TRACE.matcher(line).matches())
                .toList();
        return joined(said.subList(Math.max(0, said.size() - LINES_MAX), said.size()));
    }

    private static Optional<String> joined(List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n  ", lines));
    }
}
