package dev.caravan.license.item;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A mailbox of a tenant, as far as it matters where mail is copied from or to.
///
/// @param addresses as Exchange writes them: `SMTP:` marks the primary one, `smtp:` the others
public record Mailbox(String guid, String displayName, List<String> addresses) {

    private static final String PRIMARY = "SMTP:";

    public Mailbox {
        addresses = List.copyOf(addresses);
    }

    public Optional<String> primary() {
        return addresses.stream()
                .filter(address -> address.startsWith(PRIMARY))
                .map(address -> address.substring(PRIMARY.length()))
                .findFirst();
    }

    /// Its address in exactly that domain; the primary one if that is one.
    public Optional<String> in(String domain) {
        return allIn(domain).stream().findFirst();
    }

    /// Its addresses in exactly that domain; the primary one, if it is among them, first.
    public List<String> allIn(String domain) {
        var end = "@" + domain.toLowerCase(Locale.ROOT);
        return Stream.concat(primary().stream(), smtp())
                .filter(address -> address.toLowerCase(Locale.ROOT).endsWith(end))
                .distinct()
                .toList();
    }

    /// Whether letters to that address come here.
    public boolean has(String address) {
        return smtp().anyMatch(address::equalsIgnoreCase);
    }

    private Stream<String> smtp() {
        return addresses.stream()
                .filter(address -> address.regionMatches(true, 0, PRIMARY, 0, PRIMARY.length()))
                .map(address -> address.substring(PRIMARY.length()));
    }
}
