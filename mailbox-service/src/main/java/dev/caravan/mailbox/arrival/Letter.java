package dev.caravan.mailbox.arrival;

import dev.caravan.mailbox.address.AddressList;
import java.util.List;

/// A letter that has come into a mailbox, as far as it matters whether it would have come without the move.
///
/// @param readers the addresses that it says it is for; a blind copy says none of its own reader's, and what a group
///     has handed on says the group's
public record Letter(List<String> readers) {

    public Letter {
        readers = List.copyOf(readers);
    }

    boolean isFor(AddressList addresses) {
        return addresses.smtp().stream().anyMatch(address -> readers.stream().anyMatch(address::equalsIgnoreCase));
    }
}
