package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Target;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.pairing.AddressMapping;
import dev.caravan.mailbox.trial.TestItem;
import java.util.List;
import java.util.Set;

/// What this service can be asked to do; the page `mailbox.avdl` says it on the wire.
public sealed interface MailboxCommand {

    /// Give each mailbox an address in the tenant's initial domain.
    ///
    /// @param mailboxes their guids
    record AddInitialAddresses(List<String> mailboxes) implements MailboxCommand {}

    /// Ask whether each mailbox has one.
    record ProveInitialAddresses(List<String> mailboxes) implements MailboxCommand {}

    /// Give users sign-in names in the tenant's initial domain.
    ///
    /// @param users their ids
    record MoveSignInNames(List<String> users, MovingDomains domains) implements MailboxCommand {}

    /// Take the addresses in these domains away.
    ///
    /// @param recipients their guids
    record RemoveAddresses(List<String> recipients, MovingDomains domains) implements MailboxCommand {}

    /// Give applications identifier URIs outside these domains.
    ///
    /// @param applications their ids
    record ReplaceIdentifierUris(List<String> applications, MovingDomains domains) implements MailboxCommand {}

    /// Delete for good what was deleted and has names in these domains.
    ///
    /// @param objects ids of users and groups
    record PurgeDeletedObjects(List<String> objects, MovingDomains domains) implements MailboxCommand {}

    /// Take these recorded changes of identifier URIs back.
    record RevertIdentifierUris(List<Change> changes) implements MailboxCommand {}

    /// Have mailboxes keep what they forward into these domains.
    ///
    /// @param mailboxes their guids
    record RemoveForwarding(List<String> mailboxes, MovingDomains domains) implements MailboxCommand {}

    /// Take these recorded changes of forwarding back.
    record RevertForwarding(List<Change> changes) implements MailboxCommand {}

    /// Remove contacts for people in these domains.
    ///
    /// @param contacts their guids
    record RemoveContacts(List<String> contacts, MovingDomains domains) implements MailboxCommand {}

    /// Create contacts again that these recorded changes have removed.
    record RevertContacts(List<Change> changes) implements MailboxCommand {}

    /// Give a licence for a while to users whose addresses in these domains only Exchange may take.
    ///
    /// @param users their ids
    record LendLicences(List<String> users, MovingDomains domains) implements MailboxCommand {}

    /// Take these recorded changes of lent licences back.
    record ReturnLicences(List<Change> changes) implements MailboxCommand {}

    /// Let an account of the move open mailboxes.
    ///
    /// @param mailboxes their guids
    /// @param account what stands before the `@` of its sign-in name in the initial domain
    record GrantAccess(List<String> mailboxes, String account) implements MailboxCommand {}

    /// Ask whether that account may open them, and whether they do open.
    record ProveAccess(List<String> mailboxes, String account) implements MailboxCommand {}

    /// Take these recorded changes of access back.
    record RevertAccess(List<Change> changes) implements MailboxCommand {}

    /// Fill the mailboxes of test accounts.
    ///
    /// @param accounts what stands before the `@` of their sign-in names in the initial domain
    /// @param letters how many letters each of them has sent in the end
    record FillTestMailboxes(List<String> accounts, int letters) implements MailboxCommand {}

    /// Ask whether what test accounts have sent has arrived.
    ///
    /// @param accounts what stands before the `@` of their sign-in names in the initial domain
    record ProveTestMail(List<String> accounts) implements MailboxCommand {}

    /// Ask whether test mailboxes hold what those of the same accounts hold at the source.
    ///
    /// @param accounts what stands before the `@` of their sign-in names in the initial domain
    /// @param tenant the source
    /// @param kinds what is compared
    record ProveTestCopy(List<String> accounts, Target tenant, Set<TestItem.Kind> kinds) implements MailboxCommand {}

    /// Create accounts.
    ///
    /// @param accounts what stands before the `@` of their sign-in names in the initial domain
    /// @param withMailboxes whether they get a licence and with it a mailbox
    record CreateAccounts(List<String> accounts, boolean withMailboxes) implements MailboxCommand {}

    /// Remove for good the accounts that these recorded changes have brought.
    record RemoveAccounts(List<Change> changes) implements MailboxCommand {}

    /// Take these recorded changes of sign-in names, and of the addresses that came with them, back.
    record RevertSignInNames(List<Change> changes) implements MailboxCommand {}

    /// Take these recorded changes of addresses back.
    record RevertAddresses(List<Change> changes) implements MailboxCommand {}

    /// About what takes the place of the source's recipients at the destination.
    sealed interface OfTargets extends MailboxCommand {}

    /// Find and mark the targets that exist already.
    ///
    /// @param recipients guids at the source
    /// @param tenant the source
    record MatchTargets(List<String> recipients, Target tenant, AddressMapping mapping) implements OfTargets {}

    /// Create targets for those that have none.
    ///
    /// @param recipients guids at the source
    /// @param tenant the source
    record CreateTargets(List<String> recipients, MovingDomains domains, Target tenant) implements OfTargets {}

    /// Put the targets of members into the targets of groups.
    ///
    /// @param groups guids at the source
    /// @param tenant the source
    record FillGroups(List<String> groups, Target tenant) implements OfTargets {}

    /// Give targets the addresses that these changes have taken at the source.
    ///
    /// @param tenant the source
    record AddMovedAddresses(List<Change> changes, MovingDomains domains, Target tenant) implements OfTargets {}

    /// Make those addresses primary at targets that were so at the source before these changes.
    ///
    /// @param tenant the source
    record SetMovedPrimaries(List<Change> changes, MovingDomains domains, Target tenant) implements OfTargets {}

    /// Ask whether targets have the addresses that these changes have taken at the source.
    ///
    /// @param tenant the source
    record ProveMovedAddresses(List<Change> changes, MovingDomains domains, Target tenant) implements OfTargets {}

    /// Call the targets of shared mailboxes as those are called.
    ///
    /// @param mailboxes guids at the source
    /// @param tenant the source
    record RestoreDisplayNames(List<String> mailboxes, Target tenant) implements OfTargets {}

    /// Give the rights in mailboxes in their targets, too.
    ///
    /// @param mailboxes guids at the source
    /// @param tenant the source
    record GrantDelegates(List<String> mailboxes, Target tenant) implements OfTargets {}

    /// Ask whether recipients have targets with the same rights.
    ///
    /// @param recipients guids at the source
    /// @param tenant the source
    record ProveTargets(List<String> recipients, MovingDomains domains, Target tenant) implements OfTargets {}

    /// Record from when on letters that come into targets are there on account of the move.
    ///
    /// @param recipients guids at the source
    /// @param tenant the source
    record NoteArrivals(List<String> recipients, Target tenant) implements OfTargets {}

    /// Count what has come since then, as these changes have recorded it.
    record CountArrivals(List<Change> changes) implements OfTargets {}

    /// Take these recorded marks away.
    record RevertTargetMarks(List<Change> changes) implements OfTargets {}

    /// Call recipients again as they were called before these recorded changes.
    record RevertDisplayNames(List<Change> changes) implements OfTargets {}

    /// Remove what was created by these recorded changes.
    record RemoveTargets(List<Change> changes) implements OfTargets {}

    /// Take these recorded members out of groups.
    record RevertGroupMembers(List<Change> changes) implements OfTargets {}

    /// Take these recorded rights back.
    record RevertDelegates(List<Change> changes) implements OfTargets {}
}
