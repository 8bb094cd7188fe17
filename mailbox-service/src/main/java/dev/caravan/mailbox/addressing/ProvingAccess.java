package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.mailbox.access.MailboxAccess;
import dev.caravan.mailbox.account.ServiceAccount;
import dev.caravan.mailbox.addressing.MailboxCommand.ProveAccess;
import dev.caravan.mailbox.recipient.Accesses;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.time.Duration;
import java.util.Map;

/// Proves that mailboxes can be copied: the account may open each of them, and each of them does open.
final class ProvingAccess implements Asking<ProveAccess, MailboxFact> {

    /// New rights and mailboxes take Exchange some minutes.
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private final RecipientDirectory directory;
    private final Accesses accesses;

    ProvingAccess(RecipientDirectory directory, Accesses accesses) {
        this.directory = directory;
        this.accesses = accesses;
    }

    @Override
    public Outcome<MailboxFact> ask(ProveAccess command, Call call, Telling<MailboxFact> telling) {
        return directory
                .initialDomain(call)
                .then(initial -> accesses.of(command.mailboxes(), call)
                        .then(mailboxes -> granted(ServiceAccount.signInName(command.account(), initial), mailboxes)))
                .then(mailboxes -> accesses.open(mailboxes.keySet(), call))
                .map(MailboxFact.AccessProven::new);
    }

    private static Outcome<Map<String, MailboxAccess>> granted(String account, Map<String, MailboxAccess> mailboxes) {
        return mailboxes.values().stream()
                .filter(mailbox -> !mailbox.isOpenTo(account))
                .findFirst()
                .<Outcome<Map<String, MailboxAccess>>>map(closed -> new Outcome.NotYet<>(
                        RETRY_AFTER, "%s may not open the mailbox of %s".formatted(account, closed.displayName())))
                .orElseGet(() -> Outcome.done(mailboxes));
    }
}
