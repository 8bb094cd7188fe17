package dev.caravan.dns.zone;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/// A domain name as it is compared: lower case, A-labels, with its final dot.
public record DomainName(String text) implements Comparable<DomainName> {

    private static final int OCTETS_MAX = 254;

    public DomainName {
        if (!text.endsWith(".") || !text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not in canonical form: " + text);
        }
        if (text.length() > OCTETS_MAX) {
            throw new IllegalArgumentException("a domain name has at most 253 characters: " + text);
        }
    }

    /// Reads a name as people write it: in any case, with U-labels, with or without the final dot.
    ///
    /// Throws [IllegalArgumentException] for what can be no name.
    public static DomainName parse(String written) {
        String trimmed = written.strip();
        if (trimmed.isEmpty() || trimmed.equals(".") || trimmed.contains("..") || trimmed.startsWith(".")) {
            throw new IllegalArgumentException("not a domain name: \"" + written + "\"");
        }
        String ascii = trimmed.chars().allMatch(c -> c < 128) ? trimmed : IDN.toASCII(trimmed);
        String dotted = ascii.endsWith(".") ? ascii : ascii + ".";
        return new DomainName(dotted.toLowerCase(Locale.ROOT));
    }

    /// Whether this is the other name or a name below it.
    public boolean isAtOrBelow(DomainName other) {
        return equals(other) || text.endsWith("." + other.text);
    }

    /// The name without its first label; nothing above a top-level domain.
    public Optional<DomainName> parent() {
        int dot = text.indexOf('.');
        return dot == text.length() - 1 ? Optional.empty() : Optional.of(new DomainName(text.substring(dot + 1)));
    }

    /// The name below this one, as `autodiscover` below `fabrikam.example.`.
    public DomainName below(String labels) {
        return new DomainName(labels + "." + text);
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
