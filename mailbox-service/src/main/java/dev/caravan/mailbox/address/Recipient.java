package dev.caravan.mailbox.address;

/// Somebody who takes mail, as Exchange shows it.
///
/// @param guid its id in Exchange, which nothing changes
/// @param displayName for people only: names repeat
/// @param alias its short name, unique where it was given
public record Recipient(String guid, String displayName, String alias, AddressList addresses) {}
