package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.addressing.MailboxCommand.RestoreDisplayNames;
import dev.caravan.mailbox.pairing.Profile;
import dev.caravan.mailbox.pairing.TargetProperty;
import dev.caravan.mailbox.recipient.Targets;

/// Calls the targets of shared mailboxes as those are called.
final class RestoringDisplayNames implements Doing<RestoreDisplayNames, Pairing, MailboxFact> {

    private final Targets targets;

    RestoringDisplayNames(Targets targets) {
        this.targets = targets;
    }

    @Override
    public Outcome<Pairing> observe(RestoreDisplayNames command, Call call) {
        return Pairing.of(command.mailboxes(), command.tenant(), targets, call);
    }

    @Override
    public Plan plan(RestoreDisplayNames command, Pairing observed) {
        var changes = observed.paired().stream()
                .filter(source -> source.type().equals(Profile.SHARED_MAILBOX))
                .flatMap(source -> TargetProperty.renaming(source, observed.target(source)).stream())
                .toList();
        return Plan.of(changes, observed.sources().size());
    }

    @Override
    public Outcome<MailboxFact> apply(RestoreDisplayNames command, Pairing observed, Plan plan, Call call) {
        var present = observed.sources().size();
        return targets.set(TargetProperty.DISPLAY_NAME, plan.changes(), call)
                .map(applied -> new MailboxFact.DisplayNamesRestored(
                        applied, present - applied, command.mailboxes().size() - present));
    }
}
