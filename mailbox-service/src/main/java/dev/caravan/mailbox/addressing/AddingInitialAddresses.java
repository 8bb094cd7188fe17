package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.InitialAddress;
import dev.caravan.mailbox.address.NameWish;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.addressing.MailboxCommand.AddInitialAddresses;
import dev.caravan.mailbox.recipient.Readdressing;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.List;

/// Gives mailboxes the address that they keep when their domain moves on.
final class AddingInitialAddresses implements Doing<AddInitialAddresses, AddingInitialAddresses.Observed, MailboxFact> {

    private final RecipientDirectory directory;

    AddingInitialAddresses(RecipientDirectory directory) {
        this.directory = directory;
    }

    /// @param mailboxes how many of those asked for are there
    /// @param nameless those without an address in the initial domain
    /// @param names a free one for each of them, by guid
    record Observed(String initialDomain, int mailboxes, List<Recipient> nameless, GivenNames names) {}

    @Override
    public Outcome<Observed> observe(AddInitialAddresses command, Call call) {
        return directory
                .initialDomain(call)
                .then(domain -> directory.recipients(command.mailboxes(), call).then(mailboxes -> {
                    var nameless = mailboxes.values().stream()
                            .filter(mailbox -> InitialAddress.isMissing(mailbox, domain))
                            .toList();
                    var wishes = nameless.stream().map(NameWish::of).toList();
                    return FreeNames.of(wishes, domain, directory, call)
                            .map(names -> new Observed(domain, mailboxes.size(), nameless, names));
                }));
    }

    @Override
    public Plan plan(AddInitialAddresses command, Observed observed) {
        var changes = observed.nameless().stream()
                .flatMap(mailbox ->
                        InitialAddress.plan(
                                mailbox,
                                observed.initialDomain(),
                                observed.names().of(mailbox.guid()))
                                .stream())
                .toList();
        return Plan.of(changes, observed.mailboxes());
    }

    @Override
    public Outcome<MailboxFact> apply(AddInitialAddresses command, Observed observed, Plan plan, Call call) {
        var applied = plan.changes().size();
        var present = observed.mailboxes();
        return directory
                .changeAddresses(Readdressing.of(plan.changes()), call)
                .map(_ -> new MailboxFact.AddressesChanged(
                        applied, present - applied, command.mailboxes().size() - present));
    }
}
