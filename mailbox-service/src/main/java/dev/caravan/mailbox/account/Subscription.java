package dev.caravan.mailbox.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What licences a tenant has of a product.
///
/// @param skuId the product's id
/// @param partNumber the product's name, such as `ENTERPRISEPACK`: the same in all tenants
/// @param givesMailbox whether one of its plans is a mailbox
/// @param free how many users can still be licensed
public record Subscription(String skuId, String partNumber, boolean givesMailbox, int free) {

    /// The one of which most is left, of those that come with a mailbox and suffice for so many users.
    public static Optional<Subscription> ofMailboxes(Collection<Subscription> all, int users) {
        return all.stream()
                .filter(Subscription::givesMailbox)
                .filter(subscription -> subscription.free() >= users)
                .max(Comparator.comparingInt(Subscription::free).thenComparing(Subscription::skuId));
    }
}
