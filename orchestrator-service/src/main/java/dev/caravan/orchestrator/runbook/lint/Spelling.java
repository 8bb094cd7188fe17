package dev.caravan.orchestrator.runbook.lint;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /// A hint, or else what there is: `; it takes one, two`.
    public static String hintOrList(String written, String verb, Collection<?> candidates) {
        var hint = hint(written, candidates);
        var all = candidates.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return hint.isEmpty() ? "; %s %s".formatted(verb, all.isEmpty() ? "nothing" : all) : hint;
    }

    private static Optional<String> nearest(String written, Collection<?> candidates) {
        if (written.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        return candidates.stream()
                .map(Object::toString)
                .filter(candidate -> distance(written, candidate) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// Single-letter edits and swaps of neighbours between two words (optimal string alignment), whatever their case.
    private static int distance(String one, String other) {
        var first = one.toLowerCase(Locale.ROOT);
        var second = other.toLowerCase(Locale.ROOT);
        var edits = new int[first.length() + 1][second.length() + 1];
        for (var row = 0; row <= first.length(); row++) {
            for (var column = 0; column <= second.length(); column++) {
                edits[row][column] = row == 0 || column == 0 ? row + column : edits(edits, first, second, row, column);
            }
        }
        return edits[first.length()][second.length()];
    }

    private static int edits(int[][] edits, String first, String second, int row, int column) {
        var same = first.charAt(row - 1) == second.charAt(column - 1);
        var replaced = edits[row - 1][column - 1] + (same ? 0 : 1);
        var fewest = Math.min(replaced, 1 + Math.min(edits[row - 1][column], edits[row][column - 1]));
        var swapped = row > 1
                && column > 1
                && first.charAt(row - 1) == second.charAt(column - 2)
                && first.charAt(row - 2) == second.charAt(column - 1);
        return swapped ? Math.min(fewest, edits[row - 2][column - 2] + 1) : fewest;
    }
}
