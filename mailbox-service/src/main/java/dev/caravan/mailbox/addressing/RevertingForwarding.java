package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertForwarding;
import dev.caravan.mailbox.forwarding.Forwarding;
import dev.caravan.mailbox.forwarding.ForwardingChanges;
import dev.caravan.mailbox.recipient.Forwardings;
import java.util.Map;

/// Takes recorded changes of forwarding back.
final class RevertingForwarding implements Doing<RevertForwarding, Map<String, Forwarding>, MailboxFact> {

    private final Forwardings forwardings;

    RevertingForwarding(Forwardings forwardings) {
        this.forwardings = forwardings;
    }

    @Override
    public Outcome<Map<String, Forwarding>> observe(RevertForwarding command, Call call) {
        return forwardings.of(
                command.changes().stream().map(Change::id).distinct().toList(), call);
    }

    @Override
    public Plan plan(RevertForwarding command, Map<String, Forwarding> observed) {
        return ForwardingChanges.reversion(observed, command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(
            RevertForwarding command, Map<String, Forwarding> observed, Plan plan, Call call) {
        return forwardings
                .change(plan.changes(), call)
                .map(applied -> new MailboxFact.ForwardingReverted(
                        applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
