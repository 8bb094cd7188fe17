package dev.caravan.inventory.tenant;

import java.net.IDN;
import java.util.Locale;

/// A domain as tenants write it: lower case, A-labels, without a final dot.
public record DomainName(String text) {

    public DomainName {
        if (text.isBlank() || text.endsWith(".") || !text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not in canonical form: \"" + text + "\"");
        }
    }

    /// Reads a name as people write it: any case, U-labels, with or without the final dot.
    ///
    /// Throws [IllegalArgumentException] for what can be no name.
    public static DomainName parse(String written) {
        var trimmed = written.strip();
        var bare = trimmed.endsWith(".") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
        if (bare.isEmpty() || bare.startsWith(".") || bare.contains("..")) {
            throw new IllegalArgumentException("not a domain name: \"" + written + "\"");
        }
        return new DomainName(IDN.toASCII(bare).toLowerCase(Locale.ROOT));
    }

    /// Whether a name is this one or one below it.
    public boolean holds(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(text) || lower.endsWith("." + text);
    }

    /// Whether a text refers to this domain or one below it: an address of any type (`smtp:a@x.example`, `SIP:…`), a
    /// name to sign in with, a URI whose host it is. X500 and SPO entries do not, whatever they contain.
    public boolean isReferredToBy(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("x500:") || lower.startsWith("spo:")) {
            return false;
        }
        var scheme = lower.indexOf("://");
        return holds(
                scheme >= 0
                        ? lower.substring(scheme + 3).replaceFirst("[/:?#].*$", "")
                        : lower.substring(lower.lastIndexOf('@') + 1));
    }

    @Override
    public String toString() {
        return text;
    }
}
