package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.mailbox.access.AccessChanges;
import dev.caravan.mailbox.access.MailboxAccess;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertAccess;
import dev.caravan.mailbox.pairing.Pair;
import dev.caravan.mailbox.recipient.Accesses;
import java.util.Map;

/// Takes recorded changes of access back: the end of what was granted, or its return.
final class RevertingAccess implements Doing<RevertAccess, Map<String, MailboxAccess>, MailboxFact> {

    private final Accesses accesses;

    RevertingAccess(Accesses accesses) {
        this.accesses = accesses;
    }

    @Override
    public Outcome<Map<String, MailboxAccess>> observe(RevertAccess command, Call call) {
        return accesses.of(
                command.changes().stream()
                        .map(change -> Pair.parse(change.id()).owner())
                        .distinct()
                        .toList(),
                call);
    }

    @Override
    public Plan plan(RevertAccess command, Map<String, MailboxAccess> observed) {
        return AccessChanges.reversion(observed, command.changes());
    }

    @Override
    public Outcome<MailboxFact> apply(RevertAccess command, Map<String, MailboxAccess> observed, Plan plan, Call call) {
        return accesses.change(plan.changes(), call)
                .map(applied -> new MailboxFact.AccessReverted(
                        applied, command.changes().size() - applied, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }
}
