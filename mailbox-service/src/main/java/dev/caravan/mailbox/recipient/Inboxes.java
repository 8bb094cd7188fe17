package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.mailbox.arrival.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What comes into mailboxes.
public interface Inboxes {

    /// The letters that have come into each inbox at its instant or later, and are still in it.
    ///
    /// @param mailboxes instants by the mailbox's id in the directory
    Outcome<Map<String, List<Letter>>> since(Map<String, Instant> mailboxes, Call call);
}
