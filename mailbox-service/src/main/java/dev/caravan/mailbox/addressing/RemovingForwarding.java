package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.addressing.MailboxCommand.RemoveForwarding;
import dev.caravan.mailbox.forwarding.Forwarding;
import dev.caravan.mailbox.forwarding.ForwardingChanges;
import dev.caravan.mailbox.recipient.Forwardings;
import java.util.Map;

/// Has mailboxes keep the mail that they pass on into the moving domains.
final class RemovingForwarding implements Doing<RemoveForwarding, Map<String, Forwarding>, MailboxFact> {

    private final Forwardings forwardings;

    RemovingForwarding(Forwardings forwardings) {
        this.forwardings = forwardings;
    }

    @Override
    public Outcome<Map<String, Forwarding>> observe(RemoveForwarding command, Call call) {
        return forwardings.of(command.mailboxes(), call);
    }

    @Override
    public Plan plan(RemoveForwarding command, Map<String, Forwarding> observed) {
        var changes = observed.values().stream()
                .flatMap(mailbox -> ForwardingChanges.removal(mailbox, command.domains()).stream())
                .toList();
        return Plan.of(changes, observed.size());
    }

    @Override
    public Outcome<MailboxFact> apply(
            RemoveForwarding command, Map<String, Forwarding> observed, Plan plan, Call call) {
        var present = observed.size();
        var changed = (int) plan.changes().stream().map(Change::id).distinct().count();
        return forwardings
                .change(plan.changes(), call)
                .map(_ -> new MailboxFact.ForwardingRemoved(
                        changed, present - changed, command.mailboxes().size() - present));
    }
}
