package dev.caravan.mailbox.pairing;

import dev.caravan.mailbox.account.Subscription;
import java.util.List;

/// What new objects of the destination have to fit into.
///
/// @param domain in which they get names: one that stays there
/// @param initialDomain the one that the tenant began with
/// @param usageLocation the country that licences are used in, two letters
public record Destination(String domain, String initialDomain, String usageLocation, List<Subscription> subscriptions) {

    public Destination {
        subscriptions = List.copyOf(subscriptions);
    }
}
