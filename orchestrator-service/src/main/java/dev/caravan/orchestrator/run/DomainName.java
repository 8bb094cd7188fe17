package dev.caravan.orchestrator.run;

import java.util.Locale;

/// A moving domain, in lower case and without the final dot: `fabrikam.example`.
public record DomainName(String text) implements Comparable<DomainName> {

    public DomainName {
        Written.plain("domain name", text);
    }

    /// Throws `IllegalArgumentException` naming the text when it is not a domain name.
    public static DomainName parse(String text) {
        var name = text.strip().toLowerCase(Locale.ROOT);
        return new DomainName(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
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
