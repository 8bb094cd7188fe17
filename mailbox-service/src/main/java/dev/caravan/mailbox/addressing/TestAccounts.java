package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.mailbox.account.ServiceAccount;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.TestMailboxes;
import dev.caravan.mailbox.trial.TestMailbox;
import java.util.List;

/// Test accounts as commands name them, and the mailboxes that they have in a tenant.
record TestAccounts(RecipientDirectory directory, TestMailboxes mailboxes) {

    /// @param accounts what stands before the `@` of their sign-in names in the initial domain
    Outcome<List<TestMailbox>> mailboxes(List<String> accounts, Call call) {
        return directory
                .initialDomain(call)
                .then(initial -> mailboxes.of(
                        accounts.stream()
                                .map(local -> ServiceAccount.signInName(local, initial))
                                .toList(),
                        call));
    }
}
