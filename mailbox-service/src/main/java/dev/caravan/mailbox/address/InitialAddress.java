package dev.caravan.mailbox.address;

import dev.caravan.kit.plan.Change;
import java.util.Locale;
import java.util.Optional;

/// The address that a recipient keeps when the moving domains' addresses are taken away: its alias in the tenant's
/// initial domain.
public final class InitialAddress {

    /// How many numbers are tried for a name; more recipients of one name than that are a person's business.
    public static final int NUMBERS_MAX = 20;

    private InitialAddress() {}

    /// The address that a recipient should get, or the one with a number where that is taken.
    ///
    /// @param number 1 for the plain one
    public static String candidate(Recipient recipient, String initialDomain, int number) {
        var local = local(recipient.alias());
        return (number == 1 ? local : local + number) + "@" + initialDomain.toLowerCase(Locale.ROOT);
    }

    /// Whether it needs one.
    public static boolean isMissing(Recipient recipient, String initialDomain) {
        return !recipient.addresses().hasAddressIn(initialDomain);
    }

    /// What has to change for it to have this address; nothing if it has one in that domain.
    public static Optional<Change> plan(Recipient recipient, String initialDomain, String address) {
        return isMissing(recipient, initialDomain)
                ? Optional.of(AddressChanges.change(
                        recipient,
                        recipient.addresses().with(address),
                        "%s also gets %s".formatted(recipient.displayName(), address)))
                : Optional.empty();
    }

    /// What of an alias may stand before the `@`: Exchange allows more in an alias than mail does in an address.
    private static String local(String alias) {
        var plain = alias.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9!#$%&'*+/=?^_`{|}~.-]", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^\\.|\\.$", "");
        return plain.isEmpty() ? "mailbox" : plain;
    }
}
