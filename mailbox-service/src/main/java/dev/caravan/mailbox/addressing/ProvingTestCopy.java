package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.mailbox.addressing.MailboxCommand.ProveTestCopy;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.TestMailboxes;
import dev.caravan.mailbox.trial.TestItem;
import dev.caravan.mailbox.trial.TestMailbox;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Proves that the mailboxes of test accounts hold at the destination what they hold at the source.
final class ProvingTestCopy implements Asking<ProveTestCopy, MailboxFact> {

    private final TestAccounts accounts;

    ProvingTestCopy(RecipientDirectory directory, TestMailboxes mailboxes) {
        this.accounts = new TestAccounts(directory, mailboxes);
    }

    @Override
    public Outcome<MailboxFact> ask(ProveTestCopy command, Call call, Telling<MailboxFact> telling) {
        return call.through(command.tenant())
                .then(source -> accounts.mailboxes(command.accounts(), source))
                .then(originals -> accounts.mailboxes(command.accounts(), call)
                        .then(copies -> compared(command.kinds(), originals, copies)));
    }

    private static Outcome<MailboxFact> compared(
            Set<TestItem.Kind> kinds, List<TestMailbox> originals, List<TestMailbox> copies) {
        var differences = IntStream.range(0, originals.size())
                .boxed()
                .flatMap(number -> originals.get(number).missingIn(copies.get(number), kinds))
                .toList();
        var items =
                originals.stream().mapToLong(original -> original.count(kinds)).sum();
        return items == 0
                ? Outcome.failedForGood("nothing-to-compare", "the test mailboxes of the source are empty")
                : Differences.unlessAny(differences, new MailboxFact.TestCopyProven((int) items));
    }
}
