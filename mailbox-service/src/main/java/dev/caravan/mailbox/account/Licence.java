package dev.caravan.mailbox.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// A product that a tenant can license users for.
///
/// @param skuId its id
/// @param name its part number, such as `ENTERPRISEPACK`
/// @param hasMailbox whether whoever has it has a mailbox
/// @param free how many more users can get it
public record Licence(String skuId, String name, boolean hasMailbox, int free) {

    /// The one of which most are left, of those that come with a mailbox and suffice for so many users.
    public static Optional<Licence> ofMailboxes(Collection<Licence> all, int users) {
        return all.stream()
                .filter(Licence::hasMailbox)
                .filter(licence -> licence.free() >= users)
                .max(Comparator.comparingInt(Licence::free).thenComparing(Licence::skuId));
    }
}
