package dev.caravan.mailbox.forwarding;

import java.util.Optional;

/// Where a mailbox passes its mail on to. Exchange ignores the outside address while an inside one is set.
///
/// @param guid the mailbox's
/// @param displayName for people only: names repeat
/// @param inside the recipient of the tenant that gets the mail
/// @param outside the address, which need be nobody's here, that gets the mail; as Exchange writes it
/// @param keepsCopy whether the mailbox keeps what it passes on
public record Forwarding(
        String guid, String displayName, Optional<Target> inside, Optional<String> outside, boolean keepsCopy) {

    /// A recipient of the tenant.
    ///
    /// @param name as Exchange shows it
    /// @param guid its id, empty where it cannot be told
    /// @param address where mail to it ends up
    public record Target(String name, String guid, String address) {}
}
