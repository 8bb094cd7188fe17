package dev.caravan.mailbox.reference;

import java.util.List;

/// An application as the directory shows it.
///
/// @param id of the registration, not the client id
/// @param displayName for people only: names repeat
/// @param identifierUris the names by which clients ask for tokens for it
public record Application(String id, String displayName, List<String> identifierUris) {
    public Application {
        identifierUris = List.copyOf(identifierUris);
    }
}
