package dev.caravan.mailbox.account;

import java.util.List;

/// A user as far as licences go.
///
/// @param id in the directory
/// @param displayName for people only: names repeat
/// @param addresses as the directory shows them, `smtp:` and the like before them
/// @param usageLocation the country in which the user is; empty where none was said, and then nothing can be licensed
/// @param licences ids of the SKUs that were assigned
/// @param hasRecipient whether Exchange knows the user as somebody who takes mail
public record LicensedUser(
        String id,
        String displayName,
        List<String> addresses,
        String usageLocation,
        List<String> licences,
        boolean hasRecipient) {

    public LicensedUser {
        addresses = List.copyOf(addresses);
        licences = List.copyOf(licences);
    }
}
