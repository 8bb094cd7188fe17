package dev.caravan.mailbox.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The addresses of a recipient as Exchange writes them: `SMTP:` marks the primary one, `smtp:` all others, and
/// `X500:`,
/// `SIP:`, `SPO:` and what else there is are no SMTP addresses at all.
///
/// @param entries in Exchange's order, which means nothing
public record AddressList(List<String> entries) {

    private static final String PRIMARY = "SMTP:";
    private static final String SMTP = "smtp:";

    public AddressList {
        entries = List.copyOf(entries);
    }

    /// The primary SMTP address, without its mark.
    public Optional<String> primary() {
        return entries.stream()
                .filter(entry -> entry.startsWith(PRIMARY))
                .map(entry -> entry.substring(PRIMARY.length()))
                .findFirst();
    }

    /// Whether an SMTP address in that domain is among them; one below it is another domain's.
    public boolean hasAddressIn(String domain) {
        return smtp().stream().anyMatch(address -> domainOf(address).equals(domain.toLowerCase(Locale.ROOT)));
    }

    /// All SMTP addresses, without their mark.
    public List<String> smtp() {
        return entries.stream()
                .filter(AddressList::isSmtp)
                .map(entry -> entry.substring(SMTP.length()))
                .toList();
    }

    /// With one more SMTP address that is not the primary one.
    public AddressList with(String address) {
        var more = new ArrayList<>(entries);
        more.add(SMTP + address);
        return new AddressList(more);
    }

    /// Those that another list has not, letter by letter.
    public List<String> without(AddressList other) {
        return entries.stream()
                .filter(entry -> !other.entries().contains(entry))
                .toList();
    }

    /// Whether both hold the same entries, in any order.
    public boolean isSameAs(AddressList other) {
        return without(other).isEmpty() && other.without(this).isEmpty();
    }

    static boolean isPrimary(String entry) {
        return entry.startsWith(PRIMARY);
    }

    static String demoted(String entry) {
        return isPrimary(entry) ? SMTP + entry.substring(PRIMARY.length()) : entry;
    }

    private static boolean isSmtp(String entry) {
        return entry.regionMatches(true, 0, SMTP, 0, SMTP.length());
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
