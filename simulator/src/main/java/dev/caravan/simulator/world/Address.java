package dev.caravan.simulator.world;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An SMTP address.
///
/// @param local the part before the `@`, in lower case
public record Address(String local, DomainName domain) {

    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final int LOCAL_MAX = 64;

    /// Reads an address, or nothing if it is none.
    public static Optional<Address> find(String written) {
        int at = written.lastIndexOf('@');
        if (at < 1 || at > LOCAL_MAX || written.endsWith(".")) {
            return Optional.empty();
        }
        String local = written.substring(0, at).toLowerCase(Locale.ROOT);
        return LOCAL.matcher(local).matches()
                ? DomainName.find(written.substring(at + 1)).map(domain -> new Address(local, domain))
                : Optional.empty();
    }

    /// The SMTP address in an entry of a proxy address list; an entry without a type is one, X500, SIP and others are
    /// not.
    public static Optional<String> smtp(String entry) {
        int colon = entry.indexOf(':');
        if (colon < 0) {
            return Optional.of(entry);
        }
        return entry.substring(0, colon).equalsIgnoreCase("smtp")
                ? Optional.of(entry.substring(colon + 1))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
