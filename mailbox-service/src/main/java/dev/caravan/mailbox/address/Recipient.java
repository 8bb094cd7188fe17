package dev.caravan.mailbox.address;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody who takes mail, as Exchange shows it.
///
/// @param guid its id in Exchange, which nothing changes
/// @param directoryId its id in the directory, if it is a user or a group there
/// @param displayName for people only: names repeat
/// @param alias its short name, unique where it was given; empty where there is none
public record Recipient(
        String guid,
        RecipientKind kind,
        Optional<String> directoryId,
        String displayName,
        String alias,
        AddressList addresses) {

    /// All ids that it is known by.
    public Set<String> ids() {
        return Stream.concat(Stream.of(guid), directoryId.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// The name that it should have before the `@` of a new address.
    public String localName() {
        return alias.isBlank() ? addresses.primary().map(Address::local).orElse(displayName) : alias;
    }
}
