package dev.caravan.mailbox.addressing;

import dev.caravan.kit.plan.Conflict;
import java.util.List;

/// What this service tells; the page `mailbox.avdl` says it on the wire.
public sealed interface MailboxFact {

    /// @param gone recipients that are not there any more
    record AddressesChanged(int applied, int unchanged, int gone) implements MailboxFact {}

    record InitialAddressesProven(int mailboxes) implements MailboxFact {}

    /// @param applied how many users were renamed
    /// @param gone users that are not there any more
    record SignInNamesMoved(int applied, int unchanged, int gone) implements MailboxFact {}

    record SignInNamesReverted(int applied, int unchanged, List<Conflict> conflicts) implements MailboxFact {}

    /// @param gone applications that are not there any more
    record IdentifierUrisReplaced(int applied, int unchanged, int gone) implements MailboxFact {}

    /// @param gone objects that were restored or purged since
    record DeletedObjectsPurged(int applied, int unchanged, int gone) implements MailboxFact {}

    record IdentifierUrisReverted(int applied, int unchanged, List<Conflict> conflicts) implements MailboxFact {}

    /// @param applied how many mailboxes keep their mail now
    /// @param gone mailboxes that are not there any more
    record ForwardingRemoved(int applied, int unchanged, int gone) implements MailboxFact {}

    record ForwardingReverted(int applied, int unchanged, List<Conflict> conflicts) implements MailboxFact {}

    record AddressesReverted(int applied, int unchanged, List<Conflict> conflicts) implements MailboxFact {}

    /// @param gone contacts that the snapshot knew and that are not there any more
    record ContactsRemoved(int applied, int unchanged, int gone) implements MailboxFact {}

    /// Contacts are there again.
    record ContactsReverted(int applied, int unchanged, List<Conflict> conflicts) implements MailboxFact {}

    /// @param gone mailboxes that are not there any more
    record AccessGranted(int applied, int unchanged, int gone) implements MailboxFact {}

    /// @param opened how many mailboxes could be opened
    record AccessProven(int opened) implements MailboxFact {}

    record AccessReverted(int applied, int unchanged, List<Conflict> conflicts) implements MailboxFact {}

    /// @param mailboxes how many test mailboxes there are
    /// @param applied how many items came into them
    record TestMailboxesFilled(int mailboxes, int applied) implements MailboxFact {}

    /// @param letters how many have arrived
    record TestMailProven(int letters) implements MailboxFact {}

    /// @param items how many were compared
    record TestCopyProven(int items) implements MailboxFact {}

    record AccountsCreated(int applied, int unchanged) implements MailboxFact {}

    record AccountsRemoved(int applied, int unchanged, List<Conflict> conflicts) implements MailboxFact {}

    /// @param applied how many users got one
    record LicencesLent(int applied, int unchanged) implements MailboxFact {}

    record LicencesReturned(int applied, int unchanged, List<Conflict> conflicts) implements MailboxFact {}
    /// @param applied how many targets were marked
    /// @param unchanged recipients whose target was marked already
    /// @param unmatched recipients without a target
    /// @param gone recipients that are not there any more
    record TargetsMatched(int applied, int unchanged, int unmatched, int gone) implements MailboxFact {}

    /// @param applied how many targets were created
    /// @param unchanged recipients that have one already
    /// @param skipped recipients that get none
    /// @param gone recipients that are not there any more
    record TargetsCreated(int applied, int unchanged, int skipped, int gone) implements MailboxFact {}

    /// @param applied how many members came into groups
    /// @param unmapped members without a target
    /// @param gone groups that are not there any more
    record GroupsFilled(int applied, int unmapped, int gone) implements MailboxFact {}

    /// @param applied how many targets have other addresses now
    record AddressesMoved(int applied) implements MailboxFact {}

    /// @param addresses how many there were to be proven
    record MovedAddressesProven(int addresses) implements MailboxFact {}

    /// @param gone mailboxes that are not there any more
    record DisplayNamesRestored(int applied, int unchanged, int gone) implements MailboxFact {}

    /// @param applied how many rights were given
    /// @param unmapped rights of holders without a target
    /// @param gone mailboxes that are not there any more
    record DelegatesGranted(int applied, int unmapped, int gone) implements MailboxFact {}

    /// @param targets how many recipients have one
    record TargetsProven(int targets) implements MailboxFact {}

    record TargetsReverted(int applied, int unchanged, List<Conflict> conflicts) implements MailboxFact {}

    /// @param unmapped recipients without a target that is a mailbox
    /// @param gone recipients that are not there any more
    record ArrivalsNoted(int mailboxes, int unmapped, int gone) implements MailboxFact {}

    /// @param mailboxes how many were looked into
    /// @param letters how many have come on account of the move
    /// @param conflicts one for each mailbox that has got any
    record ArrivalsCounted(int mailboxes, int letters, List<Conflict> conflicts) implements MailboxFact {}
}
