package dev.caravan.mailbox.address;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The addresses of a recipient as Exchange writes them: `SMTP:` marks the primary one, `smtp:` all others, and
/// `X500:`, `SIP:`, `SPO:` and what else there is are no SMTP addresses at all.
///
/// @param entries in Exchange's order, which means nothing
public record AddressList(List<String> entries) {

    private static final String PRIMARY = "SMTP:";
    private static final String SMTP = "smtp:";
    /// Types whose values are names in a domain, which they keep in use.
    private static final Set<String> IN_DOMAINS = Set.of("smtp", "sip", "eum");

    public AddressList {
        entries = List.copyOf(entries);
    }

    /// The primary SMTP address, without its mark.
    public Optional<String> primary() {
        return entries.stream()
                .filter(AddressList::isPrimary)
                .map(entry -> entry.substring(PRIMARY.length()))
                .findFirst();
    }

    /// Whether an SMTP address in that domain is among them; one below it is another domain's.
    public boolean hasAddressIn(String domain) {
        return smtpIn(domain).isPresent();
    }

    /// An SMTP address in exactly that domain, the primary one if it is one, without its mark.
    public Optional<String> smtpIn(String domain) {
        Predicate<String> isThere = address -> Address.domain(address).equals(domain.toLowerCase(Locale.ROOT));
        return primary()
                .filter(isThere)
                .or(() -> smtp().stream().filter(isThere).findFirst());
    }

    /// All SMTP addresses, without their mark.
    public List<String> smtp() {
        return entries.stream()
                .filter(AddressList::isSmtp)
                .map(entry -> entry.substring(SMTP.length()))
                .toList();
    }

    /// Those that keep a domain in use: SMTP addresses, and names for telephony and chat.
    public List<String> in(MovingDomains domains) {
        return entries.stream().filter(entry -> isIn(domains, entry)).toList();
    }

    /// With one more SMTP address that is not the primary one; the same if it is among them.
    public AddressList with(String address) {
        return has(SMTP + address) ? this : adding(List.of(SMTP + address));
    }

    /// With this SMTP address as the primary one.
    public AddressList withPrimary(String address) {
        var others = entries.stream()
                .filter(entry -> !entry.equalsIgnoreCase(PRIMARY + address))
                .map(AddressList::demoted)
                .toList();
        return new AddressList(others).adding(List.of(PRIMARY + address));
    }

    /// Without these entries.
    public AddressList minus(Collection<String> gone) {
        return new AddressList(entries.stream()
                .filter(entry -> gone.stream().noneMatch(entry::equalsIgnoreCase))
                .toList());
    }

    /// Those addresses that another list has not, whichever is the primary one.
    public List<String> without(AddressList other) {
        return entries.stream().filter(entry -> !other.has(entry)).toList();
    }

    /// What Exchange has to be told to add to another list so that it becomes this one: what is not there, and the
    /// primary one where that is another; Exchange then demotes the former by itself.
    public List<String> addedTo(AddressList before) {
        return entries.stream()
                .filter(entry -> !before.has(entry)
                        || isPrimary(entry) && !before.entries().contains(entry))
                .toList();
    }

    /// Whether both hold the same entries with the same primary one, in any order.
    public boolean isSameAs(AddressList other) {
        return addedTo(other).isEmpty() && other.without(this).isEmpty();
    }

    boolean has(String entry) {
        return entries.stream().anyMatch(entry::equalsIgnoreCase);
    }

    AddressList adding(Collection<String> more) {
        var all = new ArrayList<>(entries);
        all.addAll(more);
        return new AddressList(all);
    }

    static String demoted(String entry) {
        return isPrimary(entry) ? SMTP + entry.substring(PRIMARY.length()) : entry;
    }

    private static boolean isPrimary(String entry) {
        return entry.startsWith(PRIMARY);
    }

    private static boolean isSmtp(String entry) {
        return entry.regionMatches(true, 0, SMTP, 0, SMTP.length());
    }

    private static boolean isIn(MovingDomains domains, String entry) {
        var colon = entry.indexOf(':');
        return colon > 0
                && IN_DOMAINS.contains(entry.substring(0, colon).toLowerCase(Locale.ROOT))
                && domains.hold(entry.substring(colon + 1));
    }
}
