package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Handlers;
import dev.caravan.kit.command.Handling;
import dev.caravan.mailbox.addressing.MailboxCommand.AddMovedAddresses;
import dev.caravan.mailbox.addressing.MailboxCommand.CountArrivals;
import dev.caravan.mailbox.addressing.MailboxCommand.CreateTargets;
import dev.caravan.mailbox.addressing.MailboxCommand.FillGroups;
import dev.caravan.mailbox.addressing.MailboxCommand.GrantDelegates;
import dev.caravan.mailbox.addressing.MailboxCommand.MatchTargets;
import dev.caravan.mailbox.addressing.MailboxCommand.NoteArrivals;
import dev.caravan.mailbox.addressing.MailboxCommand.ProveMovedAddresses;
import dev.caravan.mailbox.addressing.MailboxCommand.ProveTargets;
import dev.caravan.mailbox.addressing.MailboxCommand.RemoveTargets;
import dev.caravan.mailbox.addressing.MailboxCommand.RestoreDisplayNames;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertDelegates;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertDisplayNames;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertGroupMembers;
import dev.caravan.mailbox.addressing.MailboxCommand.RevertTargetMarks;
import dev.caravan.mailbox.addressing.MailboxCommand.SetMovedPrimaries;
import dev.caravan.mailbox.pairing.TargetProperty;
import dev.caravan.mailbox.recipient.Forwardings;
import dev.caravan.mailbox.recipient.RecipientDirectory;

/// Who handles which command about targets.
final class TargetHandlers implements Handlers<MailboxCommand.OfTargets, MailboxFact> {

    private final MatchingTargets matching;
    private final CreatingTargets creating;
    private final RemovingTargets removing;
    private final FillingGroups filling;
    private final RevertingGroupMembers emptying;
    private final MovingAddresses<AddMovedAddresses> adding;
    private final MovingAddresses<SetMovedPrimaries> promoting;
    private final ProvingMovedAddresses provingAddresses;
    private final RestoringDisplayNames renaming;
    private final GrantingDelegates granting;
    private final RevertingDelegates revertingDelegates;
    private final ProvingTargets proving;
    private final NotingArrivals noting;
    private final CountingArrivals counting;
    private final RevertingProperty<RevertTargetMarks> revertingMarks;
    private final RevertingProperty<RevertDisplayNames> revertingNames;

    TargetHandlers(RecipientDirectory directory, Forwardings forwardings, TargetPorts ports) {
        var targets = ports.targets();
        this.matching = new MatchingTargets(targets, forwardings);
        this.creating = new CreatingTargets(targets, ports.creations(), directory);
        this.removing = new RemovingTargets(targets, ports.creations());
        this.filling = new FillingGroups(targets, ports.memberships());
        this.emptying = new RevertingGroupMembers(targets, ports.memberships());
        this.adding = MovingAddresses.adding(directory, targets);
        this.promoting = MovingAddresses.promoting(directory, targets);
        this.provingAddresses = new ProvingMovedAddresses(directory, targets);
        this.renaming = new RestoringDisplayNames(targets);
        this.granting = new GrantingDelegates(targets, ports.delegations());
        this.revertingDelegates = new RevertingDelegates(targets, ports.delegations());
        this.proving = new ProvingTargets(targets, ports.delegations());
        this.noting = new NotingArrivals(targets);
        this.counting = new CountingArrivals(targets, ports.inboxes());
        this.revertingMarks = new RevertingProperty<>(targets, TargetProperty.MARK, RevertTargetMarks::changes);
        this.revertingNames =
                new RevertingProperty<>(targets, TargetProperty.DISPLAY_NAME, RevertDisplayNames::changes);
    }

    @Override
    public Handling<MailboxFact> of(MailboxCommand.OfTargets command) {
        return switch (command) {
            case MatchTargets match -> matching.of(match);
            case CreateTargets create -> creating.of(create);
            case FillGroups fill -> filling.of(fill);
            case AddMovedAddresses add -> adding.of(add);
            case SetMovedPrimaries set -> promoting.of(set);
            case ProveMovedAddresses prove -> provingAddresses.of(prove);
            case RestoreDisplayNames restore -> renaming.of(restore);
            case GrantDelegates grant -> granting.of(grant);
            case ProveTargets prove -> proving.of(prove);
            case NoteArrivals note -> noting.of(note);
            case CountArrivals count -> counting.of(count);
            case RevertTargetMarks revert -> revertingMarks.of(revert);
            case RevertDisplayNames revert -> revertingNames.of(revert);
            case RemoveTargets remove -> removing.of(remove);
            case RevertGroupMembers revert -> emptying.of(revert);
            case RevertDelegates revert -> revertingDelegates.of(revert);
        };
    }
}
