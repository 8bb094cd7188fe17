package dev.caravan.orchestrator.runbook.lint;

import java.util.Comparator;

/// Something wrong with a runbook, told to its author.
///
/// @param file as the author calls it
/// @param line from 1
/// @param column from 1
public record Problem(String file, int line, int column, Severity severity, String message)
        implements Comparable<Problem> {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    public static Problem error(String file, Mark mark, String message) {
        return new Problem(file, mark.line(), mark.column(), Severity.ERROR, message);
    }

    public static Problem warning(String file, Mark mark, String message) {
        return new Problem(file, mark.line(), mark.column(), Severity.WARNING, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    /// As compilers write it: `dns.yaml:12:7: error: …`.
    @Override
    public String toString() {
        return "%s:%d:%d: %s: %s".formatted(file, line, column, severity, message);
    }
}
