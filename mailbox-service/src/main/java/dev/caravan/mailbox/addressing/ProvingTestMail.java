package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.mailbox.addressing.MailboxCommand.ProveTestMail;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.TestMailboxes;
import dev.caravan.mailbox.trial.TestItem.Kind;
import dev.caravan.mailbox.trial.TestMailbox;
import dev.caravan.mailbox.trial.Trial;
import java.util.List;
import java.util.Set;

/// Proves that letters between test accounts arrive.
final class ProvingTestMail implements Asking<ProveTestMail, MailboxFact> {

    private final TestAccounts accounts;

    ProvingTestMail(RecipientDirectory directory, TestMailboxes mailboxes) {
        this.accounts = new TestAccounts(directory, mailboxes);
    }

    @Override
    public Outcome<MailboxFact> ask(ProveTestMail command, Call call, Telling<MailboxFact> telling) {
        return accounts.mailboxes(command.accounts(), call)
                .then(mailboxes -> Differences.unlessAny(
                        Trial.undelivered(mailboxes).stream()
                                .map("\"%s\" has not arrived"::formatted)
                                .toList(),
                        new MailboxFact.TestMailProven(received(mailboxes))));
    }

    private static int received(List<TestMailbox> mailboxes) {
        return (int) mailboxes.stream()
                .mapToLong(mailbox -> mailbox.count(Set.of(Kind.RECEIVED_LETTER)))
                .sum();
    }
}
