package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.access.AccessChanges;
import dev.caravan.mailbox.access.MailboxAccess;
import dev.caravan.mailbox.account.ServiceAccount;
import dev.caravan.mailbox.addressing.MailboxCommand.GrantAccess;
import dev.caravan.mailbox.recipient.Accesses;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.Map;

/// Lets an account of the move open mailboxes.
final class GrantingAccess implements Doing<GrantAccess, GrantingAccess.Seen, MailboxFact> {

    private final RecipientDirectory directory;
    private final Accesses accesses;

    GrantingAccess(RecipientDirectory directory, Accesses accesses) {
        this.directory = directory;
        this.accesses = accesses;
    }

    /// @param account its sign-in name
    record Seen(String account, Map<String, MailboxAccess> mailboxes) {}

    @Override
    public Outcome<Seen> observe(GrantAccess command, Call call) {
        return directory
                .initialDomain(call)
                .then(initial -> accesses.of(command.mailboxes(), call)
                        .map(mailboxes -> new Seen(ServiceAccount.signInName(command.account(), initial), mailboxes)));
    }

    @Override
    public Plan plan(GrantAccess command, Seen seen) {
        var changes = seen.mailboxes().values().stream()
                .flatMap(mailbox -> AccessChanges.grant(mailbox, seen.account()).stream())
                .toList();
        return Plan.of(changes, seen.mailboxes().size());
    }

    @Override
    public Outcome<MailboxFact> apply(GrantAccess command, Seen seen, Plan plan, Call call) {
        var present = seen.mailboxes().size();
        return accesses.change(plan.changes(), call)
                .map(applied -> new MailboxFact.AccessGranted(
                        applied, present - applied, command.mailboxes().size() - present));
    }

    /// Nothing of anybody's is altered or taken away.
    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
