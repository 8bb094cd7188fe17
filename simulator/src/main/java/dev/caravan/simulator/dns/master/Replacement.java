package dev.caravan.simulator.dns.master;

import java.util.Comparator;
import java.util.List;

/// Other text for a stretch of a file.
record Replacement(int start, int end, String text) {

    static Replacement of(Token token, String text) {
        return new Replacement(token.start(), token.end(), text);
    }

    static Replacement insert(int at, String text) {
        return new Replacement(at, at, text);
    }

    /// Appends a stretch of a file with the replacements made, which must not overlap.
    static void apply(String file, int start, int end, List<Replacement> replacements, StringBuilder out) {
        int at = start;
        for (Replacement replacement : replacements.stream()
                .sorted(Comparator.comparingInt(Replacement::start))
                .toList()) {
            out.append(file, at, replacement.start()).append(replacement.text());
            at = replacement.end();
        }
        out.append(file, at, end);
    }
}
