package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.mailbox.address.InitialAddress;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.addressing.MailboxCommand.ProveInitialAddresses;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.time.Duration;
import java.util.Collection;

/// Proves that no mailbox would be left without an address when the moving domains' addresses go.
final class ProvingInitialAddresses implements Asking<ProveInitialAddresses, MailboxFact> {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(2);

    private final RecipientDirectory directory;

    ProvingInitialAddresses(RecipientDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Outcome<MailboxFact> ask(ProveInitialAddresses command, Call call, Telling<MailboxFact> telling) {
        return directory
                .initialDomain(call)
                .then(domain -> directory
                        .recipients(command.mailboxes(), call)
                        .then(mailboxes -> judged(mailboxes.values(), domain)));
    }

    private static Outcome<MailboxFact> judged(Collection<Recipient> mailboxes, String domain) {
        return mailboxes.stream()
                .filter(mailbox -> InitialAddress.isMissing(mailbox, domain))
                .findFirst()
                .<Outcome<MailboxFact>>map(without -> new Outcome.NotYet<>(
                        RETRY_AFTER,
                        "%s (%s) has no address in %s".formatted(without.displayName(), without.guid(), domain)))
                .orElseGet(() -> Outcome.done(new MailboxFact.InitialAddressesProven(mailboxes.size())));
    }
}
