package dev.caravan.mailbox.address;

import dev.caravan.kit.plan.Change;
import java.util.Optional;

/// The address that a recipient keeps when the moving domains' addresses are taken away: its alias in the tenant's
/// initial domain.
public final class InitialAddress {

    private InitialAddress() {}

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
}
