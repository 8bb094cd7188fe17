package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.addressing.MailboxCommand.GrantDelegates;
import dev.caravan.mailbox.recipient.Delegations;
import dev.caravan.mailbox.recipient.Targets;

/// Gives the rights in mailboxes in their targets, too.
final class GrantingDelegates implements Doing<GrantDelegates, DelegationsOfBoth, MailboxFact> {

    private final Targets targets;
    private final Delegations delegations;

    GrantingDelegates(Targets targets, Delegations delegations) {
        this.targets = targets;
        this.delegations = delegations;
    }

    @Override
    public Outcome<DelegationsOfBoth> observe(GrantDelegates command, Call call) {
        return Pairing.of(command.mailboxes(), command.tenant(), targets, call)
                .then(pairing -> DelegationsOfBoth.of(pairing, command.tenant(), targets, delegations, call));
    }

    @Override
    public Plan plan(GrantDelegates command, DelegationsOfBoth observed) {
        return observed.plan();
    }

    @Override
    public Outcome<MailboxFact> apply(GrantDelegates command, DelegationsOfBoth observed, Plan plan, Call call) {
        var gone = command.mailboxes().size() - observed.pairing().sources().size();
        return Obstacles.unless(
                plan,
                delegations
                        .change(plan.changes(), call)
                        .map(applied -> new MailboxFact.DelegatesGranted(applied, observed.unmapped(), gone)));
    }
}
