package dev.caravan.simulator.world;

import java.util.Locale;
import java.util.Optional;

/// A domain's name in lower case, without the final dot, in A-labels.
public record DomainName(String text) implements Comparable<DomainName> {

    private static final int LENGTH_MAX = 253;
    private static final int LABEL_MAX = 63;

    /// Requires a name in its canonical form; use [#parse] for what people write.
    public DomainName {
        if (!wellFormed(text)) {
            throw new IllegalArgumentException("not a domain name: " + text);
        }
    }

    /// Reads a name as people write it: any case, with or without the final dot.
    ///
    /// @throws IllegalArgumentException if it is none
    public static DomainName parse(String written) {
        return new DomainName(canonical(written));
    }

    /// Reads a name as people write it, or nothing if it is none.
    public static Optional<DomainName> find(String written) {
        String text = canonical(written);
        return wellFormed(text) ? Optional.of(new DomainName(text)) : Optional.empty();
    }

    private static String canonical(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// Without a regular expression, because every letter's way is asked for by these names.
    private static boolean wellFormed(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return false;
        }
        int from = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
            if (!isLabel(text, from, dot)) {
                return false;
            }
            from = dot + 1;
        }
        return isLabel(text, from, text.length());
    }

    private static boolean isLabel(String text, int from, int to) {
        if (to == from || to - from > LABEL_MAX || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int at = from; at < to; at++) {
            char letter = text.charAt(at);
            boolean alphanumeric = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            if (!alphanumeric && letter != '-' && letter != '_') {
                return false;
            }
        }
        return true;
    }

    /// With the final dot, as DNS writes it.
    public String absolute() {
        return text + ".";
    }

    /// With dashes instead of dots, as the names of mail hosts hold it.
    public String dashes() {
        return text.replace('.', '-');
    }

    /// True for the domain itself and everything below it.
    public boolean holds(DomainName other) {
        return other.text.equals(text) || other.text.endsWith("." + text);
    }

    @Override
    public int compareTo(DomainName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
