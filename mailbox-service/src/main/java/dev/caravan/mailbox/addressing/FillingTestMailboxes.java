package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.addressing.MailboxCommand.FillTestMailboxes;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.TestMailboxes;
import dev.caravan.mailbox.trial.NewItem;
import dev.caravan.mailbox.trial.TestMailbox;
import dev.caravan.mailbox.trial.Trial;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Puts letters, appointments, a contact and a task into test mailboxes.
final class FillingTestMailboxes implements Doing<FillTestMailboxes, List<TestMailbox>, MailboxFact> {

    private final TestAccounts accounts;
    private final TestMailboxes mailboxes;

    FillingTestMailboxes(RecipientDirectory directory, TestMailboxes mailboxes) {
        this.accounts = new TestAccounts(directory, mailboxes);
        this.mailboxes = mailboxes;
    }

    @Override
    public Outcome<List<TestMailbox>> observe(FillTestMailboxes command, Call call) {
        return accounts.mailboxes(command.accounts(), call);
    }

    @Override
    public Plan plan(FillTestMailboxes command, List<TestMailbox> observed) {
        return Trial.filling(observed, command.letters());
    }

    @Override
    public Outcome<MailboxFact> apply(FillTestMailboxes command, List<TestMailbox> observed, Plan plan, Call call) {
        var items = plan.changes().stream().map(NewItem::of).toList();
        return mailboxes
                .add(items, tomorrow(call), call)
                .map(added -> new MailboxFact.TestMailboxesFilled(observed.size(), added));
    }

    private static LocalDate tomorrow(Call call) {
        return LocalDate.ofInstant(call.clock().instant(), ZoneOffset.UTC).plusDays(1);
    }

    /// Each mailbox is one that this run has made.
    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
