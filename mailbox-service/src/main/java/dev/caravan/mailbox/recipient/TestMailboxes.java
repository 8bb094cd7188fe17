package dev.caravan.mailbox.recipient;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.mailbox.trial.NewItem;
import dev.caravan.mailbox.trial.TestMailbox;
import java.time.LocalDate;
import java.util.List;

/// Mailboxes of accounts that are there to try a move.
public interface TestMailboxes {

    /// What they hold, in the order of the accounts.
    ///
    /// @param accounts their sign-in names
    /// @return [Outcome.NotYet] while one of them has no mailbox: a licence gives one after some minutes
    Outcome<List<TestMailbox>> of(List<String> accounts, Call call);

    /// Sends letters and puts the other items in.
    ///
    /// @param day of the appointments
    /// @return [Outcome.Failed] names what was refused
    Outcome<Integer> add(List<NewItem> items, LocalDate day, Call call);
}
