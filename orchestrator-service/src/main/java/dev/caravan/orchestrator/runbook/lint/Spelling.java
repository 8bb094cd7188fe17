package dev.caravan.orchestrator.runbook.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses what somebody meant to write.
public final class Spelling {

    private static final int LENGTH_MAX = 100;

    private Spelling() {}

    /// `; did you mean "title"?` or nothing when no candidate is near.
    public static String hint(String written, Collection<?> candidates) {
        return nearest(written, candidates)
                .map("; did you mean `%s`?"::formatted)
                .orElse("");
    }

    static Optional<String> nearest(String written, Collection<?> candidates) {
        if (written.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return candidates.stream()
                .map(Object::toString)
                .filter(candidate -> distance(written, candidate) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// Single-letter edits between two words (Levenshtein), whatever their case.
    private static int distance(String one, String other) {
        var first = one.toLowerCase(Locale.ROOT);
        var second = other.toLowerCase(Locale.ROOT);
        var previous = new int[second.length() + 1];
        for (var column = 0; column <= second.length(); column++) {
            previous[column] = column;
        }
        for (var row = 1; row <= first.length(); row++) {
            var current = new int[second.length() + 1];
            current[0] = row;
            for (var column = 1; column <= second.length(); column++) {
                var replaced = previous[column - 1] + (first.charAt(row - 1) == second.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[second.length()];
    }
}
