package dev.caravan.mailbox.address;

import dev.caravan.kit.plan.Change;
import java.util.List;
import java.util.Optional;

/// Takes the moving domains' addresses from a recipient. All others stay as they are: X500 addresses make replies to
/// old
/// mail arrive, SPO ones belong to SharePoint, and those of other domains do not move.
public final class AddressRemoval {

    private AddressRemoval() {}

    /// Whether a new primary address has to be found before anything can be taken away: Exchange lets nobody be
    /// without.
    public static boolean needsName(Recipient recipient, MovingDomains domains, String initialDomain) {
        return losesPrimary(recipient, domains)
                && successor(recipient, domains, initialDomain).isEmpty();
    }

    /// @param name a free address in the initial domain, where one is needed
    public static Optional<Change> plan(
            Recipient recipient, MovingDomains domains, String initialDomain, Optional<String> name) {
        var doomed = recipient.addresses().in(domains);
        if (doomed.isEmpty()) {
            return Optional.empty();
        }
        var left = recipient.addresses().minus(doomed);
        if (!losesPrimary(recipient, domains)) {
            return Optional.of(AddressChanges.change(recipient, left, sentence(recipient, doomed)));
        }
        return successor(recipient, domains, initialDomain)
                .or(() -> name)
                .map(primary -> AddressChanges.change(
                        recipient,
                        left.withPrimary(primary),
                        sentence(recipient, doomed) + "; " + primary + " is the primary one"));
    }

    private static boolean losesPrimary(Recipient recipient, MovingDomains domains) {
        return recipient.addresses().primary().filter(domains::hold).isPresent();
    }

    /// Of the addresses that it keeps, the one that takes the primary one's place.
    private static Optional<String> successor(Recipient recipient, MovingDomains domains, String initialDomain) {
        return recipient
                .addresses()
                .smtpIn(initialDomain)
                .or(() -> recipient.addresses().smtp().stream()
                        .filter(_ -> recipient.kind().isOfOthers())
                        .filter(address -> !domains.hold(address))
                        .findFirst());
    }

    private static String sentence(Recipient recipient, List<String> doomed) {
        return "%s loses %s".formatted(recipient.displayName(), String.join(", ", doomed));
    }
}
