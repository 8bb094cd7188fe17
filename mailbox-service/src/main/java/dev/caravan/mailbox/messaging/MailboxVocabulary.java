package dev.caravan.mailbox.messaging;

import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.messaging.CommonRecords;
import dev.caravan.kit.messaging.Vocabulary;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.access.AccessChanges;
import dev.caravan.mailbox.account.AccountChanges;
import dev.caravan.mailbox.account.LentLicences;
import dev.caravan.mailbox.address.AddressChanges;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.address.SignInName;
import dev.caravan.mailbox.addressing.MailboxCommand;
import dev.caravan.mailbox.addressing.MailboxFact;
import dev.caravan.mailbox.arrival.Arrivals;
import dev.caravan.mailbox.contact.ContactChanges;
import dev.caravan.mailbox.forwarding.ForwardingChanges;
import dev.caravan.mailbox.pairing.AddressMapping;
import dev.caravan.mailbox.pairing.Delegation;
import dev.caravan.mailbox.pairing.GroupFilling;
import dev.caravan.mailbox.pairing.MovedAddresses;
import dev.caravan.mailbox.pairing.TargetCreation;
import dev.caravan.mailbox.pairing.TargetProperty;
import dev.caravan.mailbox.reference.IdentifierUris;
import dev.caravan.mailbox.trial.TestItem;
import dev.caravan.schemas.mailbox.AccessGranted;
import dev.caravan.schemas.mailbox.AccessPlanned;
import dev.caravan.schemas.mailbox.AccessProven;
import dev.caravan.schemas.mailbox.AccessReversionPlanned;
import dev.caravan.schemas.mailbox.AccessReverted;
import dev.caravan.schemas.mailbox.AccountRemovalPlanned;
import dev.caravan.schemas.mailbox.AccountsCreated;
import dev.caravan.schemas.mailbox.AccountsPlanned;
import dev.caravan.schemas.mailbox.AccountsRemoved;
import dev.caravan.schemas.mailbox.AddInitialAddresses;
import dev.caravan.schemas.mailbox.AddMovedAddresses;
import dev.caravan.schemas.mailbox.AddressReversionPlanned;
import dev.caravan.schemas.mailbox.AddressesChanged;
import dev.caravan.schemas.mailbox.AddressesMoved;
import dev.caravan.schemas.mailbox.AddressesPlanned;
import dev.caravan.schemas.mailbox.AddressesReverted;
import dev.caravan.schemas.mailbox.ArrivalsCounted;
import dev.caravan.schemas.mailbox.ArrivalsNoted;
import dev.caravan.schemas.mailbox.ArrivalsPlanned;
import dev.caravan.schemas.mailbox.ContactRemovalPlanned;
import dev.caravan.schemas.mailbox.ContactReversionPlanned;
import dev.caravan.schemas.mailbox.ContactsRemoved;
import dev.caravan.schemas.mailbox.ContactsReverted;
import dev.caravan.schemas.mailbox.CountArrivals;
import dev.caravan.schemas.mailbox.CreateAccounts;
import dev.caravan.schemas.mailbox.CreateTargets;
import dev.caravan.schemas.mailbox.DelegatesGranted;
import dev.caravan.schemas.mailbox.DeletedObjectsPurged;
import dev.caravan.schemas.mailbox.DisplayNamesRestored;
import dev.caravan.schemas.mailbox.FillGroups;
import dev.caravan.schemas.mailbox.FillTestMailboxes;
import dev.caravan.schemas.mailbox.ForwardingPlanned;
import dev.caravan.schemas.mailbox.ForwardingRemoved;
import dev.caravan.schemas.mailbox.ForwardingReversionPlanned;
import dev.caravan.schemas.mailbox.ForwardingReverted;
import dev.caravan.schemas.mailbox.GrantAccess;
import dev.caravan.schemas.mailbox.GrantDelegates;
import dev.caravan.schemas.mailbox.GroupsFilled;
import dev.caravan.schemas.mailbox.IdentifierUriReversionPlanned;
import dev.caravan.schemas.mailbox.IdentifierUrisPlanned;
import dev.caravan.schemas.mailbox.IdentifierUrisReplaced;
import dev.caravan.schemas.mailbox.IdentifierUrisReverted;
import dev.caravan.schemas.mailbox.InitialAddressesProven;
import dev.caravan.schemas.mailbox.LendLicences;
import dev.caravan.schemas.mailbox.LicenceReversionPlanned;
import dev.caravan.schemas.mailbox.LicencesLent;
import dev.caravan.schemas.mailbox.LicencesPlanned;
import dev.caravan.schemas.mailbox.LicencesReturned;
import dev.caravan.schemas.mailbox.MatchTargets;
import dev.caravan.schemas.mailbox.MoveSignInNames;
import dev.caravan.schemas.mailbox.MovedAddressesProven;
import dev.caravan.schemas.mailbox.NoteArrivals;
import dev.caravan.schemas.mailbox.ProveAccess;
import dev.caravan.schemas.mailbox.ProveInitialAddresses;
import dev.caravan.schemas.mailbox.ProveMovedAddresses;
import dev.caravan.schemas.mailbox.ProveTargets;
import dev.caravan.schemas.mailbox.ProveTestCopy;
import dev.caravan.schemas.mailbox.ProveTestMail;
import dev.caravan.schemas.mailbox.PurgeDeletedObjects;
import dev.caravan.schemas.mailbox.PurgePlanned;
import dev.caravan.schemas.mailbox.RemoveAccounts;
import dev.caravan.schemas.mailbox.RemoveAddresses;
import dev.caravan.schemas.mailbox.RemoveContacts;
import dev.caravan.schemas.mailbox.RemoveForwarding;
import dev.caravan.schemas.mailbox.RemoveTargets;
import dev.caravan.schemas.mailbox.ReplaceIdentifierUris;
import dev.caravan.schemas.mailbox.RestoreDisplayNames;
import dev.caravan.schemas.mailbox.ReturnLicences;
import dev.caravan.schemas.mailbox.RevertAccess;
import dev.caravan.schemas.mailbox.RevertAddresses;
import dev.caravan.schemas.mailbox.RevertContacts;
import dev.caravan.schemas.mailbox.RevertDelegates;
import dev.caravan.schemas.mailbox.RevertDisplayNames;
import dev.caravan.schemas.mailbox.RevertForwarding;
import dev.caravan.schemas.mailbox.RevertGroupMembers;
import dev.caravan.schemas.mailbox.RevertIdentifierUris;
import dev.caravan.schemas.mailbox.RevertSignInNames;
import dev.caravan.schemas.mailbox.RevertTargetMarks;
import dev.caravan.schemas.mailbox.SetMovedPrimaries;
import dev.caravan.schemas.mailbox.SignInNameReversionPlanned;
import dev.caravan.schemas.mailbox.SignInNamesMoved;
import dev.caravan.schemas.mailbox.SignInNamesPlanned;
import dev.caravan.schemas.mailbox.SignInNamesReverted;
import dev.caravan.schemas.mailbox.TargetReversionPlanned;
import dev.caravan.schemas.mailbox.TargetsCreated;
import dev.caravan.schemas.mailbox.TargetsMatched;
import dev.caravan.schemas.mailbox.TargetsPlanned;
import dev.caravan.schemas.mailbox.TargetsProven;
import dev.caravan.schemas.mailbox.TargetsReverted;
import dev.caravan.schemas.mailbox.TestCopyProven;
import dev.caravan.schemas.mailbox.TestItemsPlanned;
import dev.caravan.schemas.mailbox.TestMailProven;
import dev.caravan.schemas.mailbox.TestMailboxesFilled;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/// `mailbox.avdl` as [MailboxCommand] and [MailboxFact].
public final class MailboxVocabulary implements Vocabulary<MailboxCommand, MailboxFact> {

    private static final int LETTERS_MAX = 100;
    private static final Pattern LOCAL = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    @Override
    public Optional<MailboxCommand> toCommand(SpecificRecord record) {
        return Optional.ofNullable(
                switch (record) {
                    case AddInitialAddresses add ->
                        new MailboxCommand.AddInitialAddresses(ids("mailboxes", add.getMailboxes()));
                    case ProveInitialAddresses prove ->
                        new MailboxCommand.ProveInitialAddresses(ids("mailboxes", prove.getMailboxes()));
                    case MoveSignInNames move ->
                        new MailboxCommand.MoveSignInNames(
                                ids("users", move.getUsers()), MovingDomains.of(move.getDomains()));
                    case RemoveAddresses remove ->
                        new MailboxCommand.RemoveAddresses(
                                ids("recipients", remove.getRecipients()), MovingDomains.of(remove.getDomains()));
                    case ReplaceIdentifierUris replace ->
                        new MailboxCommand.ReplaceIdentifierUris(
                                ids("applications", replace.getApplications()), MovingDomains.of(replace.getDomains()));
                    case PurgeDeletedObjects purge ->
                        new MailboxCommand.PurgeDeletedObjects(
                                ids("objects", purge.getObjects()), MovingDomains.of(purge.getDomains()));
                    case RevertIdentifierUris revert ->
                        new MailboxCommand.RevertIdentifierUris(CommonRecords.changesIn(
                                revert.getChanges(), IdentifierUris::isOne, "identifier URIs of applications"));
                    case RemoveForwarding remove ->
                        new MailboxCommand.RemoveForwarding(
                                ids("mailboxes", remove.getMailboxes()), MovingDomains.of(remove.getDomains()));
                    case RevertForwarding revert ->
                        new MailboxCommand.RevertForwarding(CommonRecords.changesIn(
                                revert.getChanges(), ForwardingChanges::isOne, "forwarding of mailboxes"));
                    case LendLicences lend ->
                        new MailboxCommand.LendLicences(
                                ids("users", lend.getUsers()), MovingDomains.of(lend.getDomains()));
                    case ReturnLicences give ->
                        new MailboxCommand.ReturnLicences(
                                CommonRecords.changesIn(give.getChanges(), LentLicences::isOne, "lent licences"));
                    case GrantAccess grant ->
                        new MailboxCommand.GrantAccess(
                                ids("mailboxes", grant.getMailboxes()), local("account", grant.getAccount()));
                    case ProveAccess prove ->
                        new MailboxCommand.ProveAccess(
                                ids("mailboxes", prove.getMailboxes()), local("account", prove.getAccount()));
                    case RevertAccess revert ->
                        new MailboxCommand.RevertAccess(CommonRecords.changesIn(
                                revert.getChanges(), AccessChanges::isOne, "access to mailboxes"));
                    case CreateAccounts create ->
                        new MailboxCommand.CreateAccounts(
                                locals("accounts", create.getAccounts()), create.getMailboxes());
                    case FillTestMailboxes fill ->
                        new MailboxCommand.FillTestMailboxes(
                                locals("accounts", fill.getAccounts()), letters(fill.getLetters()));
                    case ProveTestMail prove ->
                        new MailboxCommand.ProveTestMail(locals("accounts", prove.getAccounts()));
                    case ProveTestCopy prove ->
                        new MailboxCommand.ProveTestCopy(
                                locals("accounts", prove.getAccounts()),
                                CommonRecords.target(prove.getTenant()),
                                kinds(prove.getItems()));
                    case RemoveAccounts remove ->
                        new MailboxCommand.RemoveAccounts(
                                CommonRecords.changesIn(remove.getChanges(), AccountChanges::isOne, "accounts"));
                    case RemoveContacts remove ->
                        new MailboxCommand.RemoveContacts(
                                ids("contacts", remove.getContacts()), MovingDomains.of(remove.getDomains()));
                    case RevertContacts revert ->
                        new MailboxCommand.RevertContacts(
                                CommonRecords.changesIn(revert.getChanges(), ContactChanges::isOne, "contacts"));
                    case RevertSignInNames revert ->
                        new MailboxCommand.RevertSignInNames(CommonRecords.changesIn(
                                revert.getChanges(),
                                change -> SignInName.isOne(change) || SignInName.isOfAddresses(change),
                                "names and addresses of users"));
                    case RevertAddresses revert ->
                        new MailboxCommand.RevertAddresses(CommonRecords.changesIn(
                                revert.getChanges(),
                                change -> AddressChanges.isOne(change) || SignInName.isOfAddresses(change),
                                "addresses of recipients"));
                    case MatchTargets match ->
                        new MailboxCommand.MatchTargets(
                                ids("recipients", match.getRecipients()),
                                CommonRecords.target(match.getTenant()),
                                AddressMapping.parse(match.getMapping()));
                    case CreateTargets create ->
                        new MailboxCommand.CreateTargets(
                                ids("recipients", create.getRecipients()),
                                MovingDomains.of(create.getDomains()),
                                CommonRecords.target(create.getTenant()));
                    case FillGroups fill ->
                        new MailboxCommand.FillGroups(
                                ids("groups", fill.getGroups()), CommonRecords.target(fill.getTenant()));
                    case AddMovedAddresses add ->
                        new MailboxCommand.AddMovedAddresses(
                                movedAddresses(add.getChanges()),
                                MovingDomains.of(add.getDomains()),
                                CommonRecords.target(add.getTenant()));
                    case SetMovedPrimaries set ->
                        new MailboxCommand.SetMovedPrimaries(
                                movedAddresses(set.getChanges()),
                                MovingDomains.of(set.getDomains()),
                                CommonRecords.target(set.getTenant()));
                    case ProveMovedAddresses prove ->
                        new MailboxCommand.ProveMovedAddresses(
                                movedAddresses(prove.getChanges()),
                                MovingDomains.of(prove.getDomains()),
                                CommonRecords.target(prove.getTenant()));
                    case RestoreDisplayNames restore ->
                        new MailboxCommand.RestoreDisplayNames(
                                ids("mailboxes", restore.getMailboxes()), CommonRecords.target(restore.getTenant()));
                    case GrantDelegates grant ->
                        new MailboxCommand.GrantDelegates(
                                ids("mailboxes", grant.getMailboxes()), CommonRecords.target(grant.getTenant()));
                    case ProveTargets prove ->
                        new MailboxCommand.ProveTargets(
                                ids("recipients", prove.getRecipients()),
                                MovingDomains.of(prove.getDomains()),
                                CommonRecords.target(prove.getTenant()));
                    case NoteArrivals note ->
                        new MailboxCommand.NoteArrivals(
                                ids("recipients", note.getRecipients()), CommonRecords.target(note.getTenant()));
                    case CountArrivals count ->
                        new MailboxCommand.CountArrivals(CommonRecords.changesIn(
                                count.getChanges(), Arrivals::isOne, "from when on letters count"));
                    case RevertTargetMarks revert ->
                        new MailboxCommand.RevertTargetMarks(CommonRecords.changesIn(
                                revert.getChanges(), TargetProperty.MARK::isOne, "marks of targets"));
                    case RevertDisplayNames revert ->
                        new MailboxCommand.RevertDisplayNames(CommonRecords.changesIn(
                                revert.getChanges(), TargetProperty.DISPLAY_NAME::isOne, "names to show"));
                    case RemoveTargets remove ->
                        new MailboxCommand.RemoveTargets(
                                CommonRecords.changesIn(remove.getChanges(), TargetCreation::isOne, "created targets"));
                    case RevertGroupMembers revert ->
                        new MailboxCommand.RevertGroupMembers(
                                CommonRecords.changesIn(revert.getChanges(), GroupFilling::isOne, "members of groups"));
                    case RevertDelegates revert ->
                        new MailboxCommand.RevertDelegates(
                                CommonRecords.changesIn(revert.getChanges(), Delegation::isOne, "rights in mailboxes"));
                    default -> null;
                });
    }

    @Override
    public SpecificRecord toEvent(EventHeader header, MailboxFact fact) {
        var context = CommonRecords.context(header);
        return switch (fact) {
            case MailboxFact.AddressesChanged(var applied, var unchanged, var gone) ->
                new AddressesChanged(context, applied, unchanged, gone);
            case MailboxFact.InitialAddressesProven(var mailboxes) -> new InitialAddressesProven(context, mailboxes);
            case MailboxFact.SignInNamesMoved(var applied, var unchanged, var gone) ->
                new SignInNamesMoved(context, applied, unchanged, gone);
            case MailboxFact.SignInNamesReverted(var applied, var unchanged, var conflicts) ->
                new SignInNamesReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case MailboxFact.IdentifierUrisReplaced(var applied, var unchanged, var gone) ->
                new IdentifierUrisReplaced(context, applied, unchanged, gone);
            case MailboxFact.DeletedObjectsPurged(var applied, var unchanged, var gone) ->
                new DeletedObjectsPurged(context, applied, unchanged, gone);
            case MailboxFact.IdentifierUrisReverted(var applied, var unchanged, var conflicts) ->
                new IdentifierUrisReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case MailboxFact.ForwardingRemoved(var applied, var unchanged, var gone) ->
                new ForwardingRemoved(context, applied, unchanged, gone);
            case MailboxFact.ForwardingReverted(var applied, var unchanged, var conflicts) ->
                new ForwardingReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case MailboxFact.LicencesLent(var applied, var unchanged) -> new LicencesLent(context, applied, unchanged);
            case MailboxFact.LicencesReturned(var applied, var unchanged, var conflicts) ->
                new LicencesReturned(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case MailboxFact.AccessGranted(var applied, var unchanged, var gone) ->
                new AccessGranted(context, applied, unchanged, gone);
            case MailboxFact.AccessProven(var opened) -> new AccessProven(context, opened);
            case MailboxFact.AccessReverted(var applied, var unchanged, var conflicts) ->
                new AccessReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case MailboxFact.AccountsCreated(var applied, var unchanged) ->
                new AccountsCreated(context, applied, unchanged);
            case MailboxFact.TestMailboxesFilled(var mailboxes, var applied) ->
                new TestMailboxesFilled(context, mailboxes, applied);
            case MailboxFact.TestMailProven(var letters) -> new TestMailProven(context, letters);
            case MailboxFact.TestCopyProven(var items) -> new TestCopyProven(context, items);
            case MailboxFact.AccountsRemoved(var applied, var unchanged, var conflicts) ->
                new AccountsRemoved(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case MailboxFact.ContactsRemoved(var applied, var unchanged, var gone) ->
                new ContactsRemoved(context, applied, unchanged, gone);
            case MailboxFact.ContactsReverted(var applied, var unchanged, var conflicts) ->
                new ContactsReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case MailboxFact.TargetsMatched(var applied, var unchanged, var unmatched, var gone) ->
                new TargetsMatched(context, applied, unchanged, unmatched, gone);
            case MailboxFact.TargetsCreated(var applied, var unchanged, var skipped, var gone) ->
                new TargetsCreated(context, applied, unchanged, skipped, gone);
            case MailboxFact.GroupsFilled(var applied, var unmapped, var gone) ->
                new GroupsFilled(context, applied, unmapped, gone);
            case MailboxFact.AddressesMoved(var applied) -> new AddressesMoved(context, applied);
            case MailboxFact.MovedAddressesProven(var addresses) -> new MovedAddressesProven(context, addresses);
            case MailboxFact.DisplayNamesRestored(var applied, var unchanged, var gone) ->
                new DisplayNamesRestored(context, applied, unchanged, gone);
            case MailboxFact.DelegatesGranted(var applied, var unmapped, var gone) ->
                new DelegatesGranted(context, applied, unmapped, gone);
            case MailboxFact.TargetsProven(var targets) -> new TargetsProven(context, targets);
            case MailboxFact.ArrivalsNoted(var mailboxes, var unmapped, var gone) ->
                new ArrivalsNoted(context, mailboxes, unmapped, gone);
            case MailboxFact.ArrivalsCounted(var mailboxes, var letters, var conflicts) ->
                new ArrivalsCounted(context, mailboxes, letters, CommonRecords.conflictsOut(conflicts));
            case MailboxFact.TargetsReverted(var applied, var unchanged, var conflicts) ->
                new TargetsReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
            case MailboxFact.AddressesReverted(var applied, var unchanged, var conflicts) ->
                new AddressesReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
        };
    }

    @Override
    public SpecificRecord toPlanned(EventHeader header, MailboxCommand command, Plan plan) {
        var context = CommonRecords.context(header);
        var changes = CommonRecords.changesOut(plan.changes());
        return switch (command) {
            case MailboxCommand.AddInitialAddresses _, MailboxCommand.RemoveAddresses _ ->
                new AddressesPlanned(context, changes);
            case MailboxCommand.MoveSignInNames _ -> new SignInNamesPlanned(context, changes);
            case MailboxCommand.RemoveForwarding _ -> new ForwardingPlanned(context, changes);
            case MailboxCommand.RevertForwarding _ ->
                new ForwardingReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.LendLicences _ -> new LicencesPlanned(context, changes);
            case MailboxCommand.ReturnLicences _ ->
                new LicenceReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.GrantAccess _ -> new AccessPlanned(context, changes);
            case MailboxCommand.RevertAccess _ ->
                new AccessReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.CreateAccounts _ -> new AccountsPlanned(context, changes);
            case MailboxCommand.FillTestMailboxes _ -> new TestItemsPlanned(context, changes);
            case MailboxCommand.RemoveAccounts _ ->
                new AccountRemovalPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.RemoveContacts _ -> new ContactRemovalPlanned(context, changes);
            case MailboxCommand.RevertContacts _ ->
                new ContactReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.ReplaceIdentifierUris _ -> new IdentifierUrisPlanned(context, changes);
            case MailboxCommand.PurgeDeletedObjects _ -> new PurgePlanned(context, changes);
            case MailboxCommand.RevertIdentifierUris _ ->
                new IdentifierUriReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.RevertSignInNames _ ->
                new SignInNameReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.RevertAddresses _ ->
                new AddressReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.MatchTargets _,
                    MailboxCommand.CreateTargets _,
                    MailboxCommand.FillGroups _,
                    MailboxCommand.AddMovedAddresses _,
                    MailboxCommand.SetMovedPrimaries _,
                    MailboxCommand.RestoreDisplayNames _,
                    MailboxCommand.GrantDelegates _ -> new TargetsPlanned(context, changes);
            case MailboxCommand.NoteArrivals _ -> new ArrivalsPlanned(context, changes);
            case MailboxCommand.RevertTargetMarks _,
                    MailboxCommand.RevertDisplayNames _,
                    MailboxCommand.RemoveTargets _,
                    MailboxCommand.RevertGroupMembers _,
                    MailboxCommand.RevertDelegates _ ->
                new TargetReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.ProveInitialAddresses _,
                    MailboxCommand.ProveMovedAddresses _,
                    MailboxCommand.ProveTargets _,
                    MailboxCommand.CountArrivals _,
                    MailboxCommand.ProveTestMail _,
                    MailboxCommand.ProveTestCopy _,
                    MailboxCommand.ProveAccess _ ->
                throw new IllegalArgumentException(command.getClass().getSimpleName() + " only reads: it has no plan");
        };
    }

    /// Steps that move names record more than addresses.
    private static List<Change> movedAddresses(List<dev.caravan.schemas.common.Change> changes) {
        return CommonRecords.changesIn(changes).stream()
                .filter(MovedAddresses::isOne)
                .toList();
    }

    /// An empty identity would mean all of them.
    private static List<String> ids(String field, List<String> written) {
        if (written.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(field + ": none of them may be empty");
        }
        return List.copyOf(written);
    }

    private static int letters(int written) {
        if (written < 1 || written > LETTERS_MAX) {
            throw new IllegalArgumentException("letters: is 1 to %d, not %d".formatted(LETTERS_MAX, written));
        }
        return written;
    }

    private static Set<TestItem.Kind> kinds(String written) {
        return switch (written) {
            case "mail" -> TestItem.Kind.letters();
            case "all" -> TestItem.Kind.all();
            default -> throw new IllegalArgumentException("items: is mail or all, not \"%s\"".formatted(written));
        };
    }

    private static List<String> locals(String field, String written) {
        return Arrays.stream(written.split(","))
                .map(one -> local(field, one.strip()))
                .distinct()
                .toList();
    }

    /// What may stand before the `@` of a new account without asking anybody.
    private static String local(String field, String written) {
        if (!LOCAL.matcher(written).matches()) {
            throw new IllegalArgumentException(
                    "%s: is lower-case letters, digits and hyphens, not \"%s\"".formatted(field, written));
        }
        return written;
    }
}
