package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.AddressChanges;
import dev.caravan.mailbox.address.AddressRemoval;
import dev.caravan.mailbox.address.NameWish;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.addressing.MailboxCommand.RemoveAddresses;
import dev.caravan.mailbox.recipient.Readdressing;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.Map;

/// Takes the moving domains' addresses from recipients of any kind, so that nothing keeps the domains in the tenant.
final class RemovingAddresses implements Doing<RemoveAddresses, RemovingAddresses.Observed, MailboxFact> {

    private final RecipientDirectory directory;

    RemovingAddresses(RecipientDirectory directory) {
        this.directory = directory;
    }

    /// @param recipients those that are there, by the id that was asked for: their guid, or that of the user
    /// @param names free addresses in the initial domain for those who would be left without one, by guid
    record Observed(String initialDomain, Map<String, Recipient> recipients, GivenNames names) {}

    @Override
    public Outcome<Observed> observe(RemoveAddresses command, Call call) {
        return directory
                .initialDomain(call)
                .then(domain -> directory.recipients(command.recipients(), call).then(recipients -> {
                    var wishes = recipients.values().stream()
                            .filter(recipient -> AddressRemoval.needsName(recipient, command.domains(), domain))
                            .map(NameWish::of)
                            .toList();
                    return FreeNames.of(wishes, domain, directory, call)
                            .map(names -> new Observed(domain, recipients, names));
                }));
    }

    @Override
    public Plan plan(RemoveAddresses command, Observed observed) {
        var changes = observed.recipients().entrySet().stream()
                .flatMap(asked -> AddressRemoval.plan(
                        asked.getValue(),
                        command.domains(),
                        observed.initialDomain(),
                        observed.names().find(asked.getValue().guid()))
                        .map(change -> AddressChanges.of(asked.getKey(), change))
                        .stream())
                .toList();
        return Plan.of(changes, observed.recipients().size());
    }

    @Override
    public Outcome<MailboxFact> apply(RemoveAddresses command, Observed observed, Plan plan, Call call) {
        var applied = plan.changes().size();
        var present = observed.recipients().size();
        return directory
                .changeAddresses(Readdressing.of(plan.changes(), observed.recipients()), call)
                .map(_ -> new MailboxFact.AddressesChanged(
                        applied, present - applied, command.recipients().size() - present));
    }
}
