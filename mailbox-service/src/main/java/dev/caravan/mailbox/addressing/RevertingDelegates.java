package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertDelegates;
import dev.caravan.mailbox.pairing.Delegation;
import dev.caravan.mailbox.pairing.Grant;
import dev.caravan.mailbox.pairing.Pair;
import dev.caravan.mailbox.recipient.Delegations;
import dev.caravan.mailbox.recipient.Targets;
import java.util.List;
import java.util.Map;

/// Takes rights back that a step has given.
final class RevertingDelegates implements Doing<RevertDelegates, Map<String, List<Grant>>, MailboxFact> {

    private final Targets targets;
    private final Delegations delegations;

    RevertingDelegates(Targets targets, Delegations delegations) {
        this.targets = targets;
        this.delegations = delegations;
    }

    @Override
    public Outcome<Map<String, List<Grant>>> observe(RevertDelegates command, Call call) {
        var mailboxes = command.changes().stream()
                .map(change -> Pair.parse(change.id()).owner())
                .distinct()
                .toList();
        return targets.profiles(mailboxes, call).then(found -> delegations.of(found.keySet(), call));
    }

    @Override
    public Plan plan(RevertDelegates command, Map<String, List<Grant>> observed) {
        return Delegation.reversion(observed, command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(
            RevertDelegates command, Map<String, List<Grant>> observed, Plan plan, Call call) {
        return delegations
                .change(plan.changes(), call)
                .map(applied -> new MailboxFact.TargetsReverted(
                        applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
