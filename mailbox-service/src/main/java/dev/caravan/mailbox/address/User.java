package dev.caravan.mailbox.address;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Somebody who signs in, as the directory shows it.
///
/// @param id in the directory, which nothing changes
/// @param displayName for people only: names repeat
/// @param signInName the user principal name
/// @param recipient who takes this user's mail, if anybody does
public record User(String id, String displayName, String signInName, Optional<Recipient> recipient) {

    /// All ids that it is known by, in the directory and in Exchange.
    Set<String> ids() {
        var ids = new HashSet<>(Set.of(id));
        recipient.map(Recipient::ids).ifPresent(ids::addAll);
        return ids;
    }
}
