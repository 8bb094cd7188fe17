package dev.caravan.dns.zone;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The TXT record that says which hosts may send a domain's mail (RFC 7208): a name has at most one.
final class SenderPolicy {

    private static final String VERSION = "v=spf1";
    /// Between two strings of one record there is nothing (RFC 7208 3.3).
    private static final Pattern BETWEEN_STRINGS = Pattern.compile("\"\\s+\"");

    private SenderPolicy() {}

    /// Whether a TXT record in presentation format is one.
    static boolean isOne(String value) {
        var text = text(value);
        return text.equalsIgnoreCase(VERSION) || text.regionMatches(true, 0, VERSION + " ", 0, VERSION.length() + 1);
    }

    /// The policy with what another one includes, before all else that it says; the same if it says so already.
    static String including(String policy, String other) {
        var terms = terms(policy);
        var missing = terms(other).stream()
                .filter(term -> term.regionMatches(true, 0, "include:", 0, "include:".length()))
                .filter(term -> terms.stream().noneMatch(term::equalsIgnoreCase))
                .toList();
        return missing.isEmpty()
                ? policy
                : Stream.of(terms.subList(0, 1), missing, terms.subList(1, terms.size()))
                        .flatMap(List::stream)
                        .collect(Collectors.joining(" ", "\"", "\""));
    }

    private static List<String> terms(String policy) {
        return List.of(text(policy).split("\\s+"));
    }

    private static String text(String value) {
        var joined = BETWEEN_STRINGS.matcher(value.strip()).replaceAll("");
        return joined.startsWith("\"") && joined.endsWith("\"") && joined.length() > 1
                ? joined.substring(1, joined.length() - 1)
                : joined;
    }
}
