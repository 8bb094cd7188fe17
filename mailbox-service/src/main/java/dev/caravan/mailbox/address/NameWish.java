package dev.caravan.mailbox.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Somebody who is to be given a name in the tenant's initial domain.
///
/// @param key who it is
/// @param ids all ids that it is known by: a name that it has itself is not taken
/// @param local what should stand before the `@`
public record NameWish(String key, Set<String> ids, String local) {

    /// How many numbers are tried for a name; more of one name than that are a person's business.
    public static final int NUMBERS_MAX = 20;

    public NameWish {
        ids = Set.copyOf(ids);
    }

    /// The address that a recipient should get: its alias.
    public static NameWish of(Recipient recipient) {
        return new NameWish(recipient.guid(), recipient.ids(), recipient.localName());
    }

    /// The name that it should get, or the one with a number where that is taken.
    ///
    /// @param number 1 for the plain one
    public String candidate(String domain, int number) {
        var plain = plain(local);
        return (number == 1 ? plain : plain + number) + "@" + domain.toLowerCase(Locale.ROOT);
    }

    /// What of a name may stand before the `@`: Exchange allows more in an alias than mail does in an address.
    private static String plain(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9!#$%&'*+/=?^_`{|}~.-]", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^\\.|\\.$", "");
        return plain.isEmpty() ? "mailbox" : plain;
    }
}
