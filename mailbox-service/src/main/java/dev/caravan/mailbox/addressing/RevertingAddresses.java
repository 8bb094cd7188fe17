package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.address.AddressReversion;
import dev.caravan.mailbox.address.Recipient;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertAddresses;
import dev.caravan.mailbox.recipient.Readdressing;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import java.util.Map;

/// Takes recorded changes of addresses back. Its extent is the ledger's, so no share of the tenant limits it.
final class RevertingAddresses implements Doing<RevertAddresses, Map<String, Recipient>, MailboxFact> {

    private final RecipientDirectory directory;

    RevertingAddresses(RecipientDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Outcome<Map<String, Recipient>> observe(RevertAddresses command, Call call) {
        return directory.recipients(
                command.changes().stream().map(Change::id).distinct().toList(), call);
    }

    @Override
    public Plan plan(RevertAddresses command, Map<String, Recipient> observed) {
        return AddressReversion.plan(observed, command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(RevertAddresses command, Map<String, Recipient> observed, Plan plan, Call call) {
        var applied = plan.changes().size();
        return directory
                .changeAddresses(Readdressing.of(plan.changes(), observed), call)
                .map(_ -> new MailboxFact.AddressesReverted(
                        applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
