package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Handlers;
import dev.caravan.kit.command.Handling;
import dev.caravan.mailbox.recipient.Accesses;
import dev.caravan.mailbox.recipient.Accounts;
import dev.caravan.mailbox.recipient.Contacts;
import dev.caravan.mailbox.recipient.DirectoryObjects;
import dev.caravan.mailbox.recipient.Forwardings;
import dev.caravan.mailbox.recipient.Licences;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.TestMailboxes;

/// Who handles which command.
public final class MailboxHandlers implements Handlers<MailboxCommand, MailboxFact> {

    private final AddingInitialAddresses adding;
    private final ProvingInitialAddresses proving;
    private final MovingSignInNames renaming;
    private final RemovingAddresses removing;
    private final RevertingSignInNames revertingNames;
    private final RevertingAddresses reverting;
    private final RemovingForwarding removingForwarding;
    private final RevertingForwarding revertingForwarding;
    private final LendingLicences lending;
    private final ReturningLicences returning;
    private final GrantingAccess granting;
    private final ProvingAccess provingAccess;
    private final RevertingAccess revertingAccess;
    private final CreatingAccounts creatingAccounts;
    private final RemovingAccounts removingAccounts;
    private final FillingTestMailboxes fillingTests;
    private final ProvingTestMail provingTestMail;
    private final ProvingTestCopy provingTestCopy;
    private final RemovingContacts removingContacts;
    private final RevertingContacts revertingContacts;
    private final ReplacingIdentifierUris replacingUris;
    private final PurgingDeletedObjects purging;
    private final RevertingIdentifierUris revertingUris;

    private final TargetHandlers ofTargets;

    /// What they reach of a tenant.
    public record Tenant(
            RecipientDirectory directory,
            DirectoryObjects objects,
            Forwardings forwardings,
            Contacts contacts,
            Accesses accesses,
            Accounts accounts,
            Licences licences,
            TestMailboxes tests,
            TargetPorts targets) {}

    public MailboxHandlers(Tenant tenant) {
        var directory = tenant.directory();
        var objects = tenant.objects();
        var forwardings = tenant.forwardings();
        var contacts = tenant.contacts();
        this.ofTargets = new TargetHandlers(directory, forwardings, tenant.targets());
        this.adding = new AddingInitialAddresses(directory);
        this.proving = new ProvingInitialAddresses(directory);
        this.renaming = new MovingSignInNames(directory);
        this.removing = new RemovingAddresses(directory);
        this.revertingNames = new RevertingSignInNames(directory);
        this.replacingUris = new ReplacingIdentifierUris(directory, objects);
        this.purging = new PurgingDeletedObjects(objects);
        this.revertingUris = new RevertingIdentifierUris(objects);
        this.removingForwarding = new RemovingForwarding(forwardings);
        this.revertingForwarding = new RevertingForwarding(forwardings);
        this.lending = new LendingLicences(tenant.licences());
        this.returning = new ReturningLicences(tenant.licences());
        this.granting = new GrantingAccess(directory, tenant.accesses());
        this.provingAccess = new ProvingAccess(directory, tenant.accesses());
        this.revertingAccess = new RevertingAccess(tenant.accesses());
        this.creatingAccounts = new CreatingAccounts(directory, tenant.accounts());
        this.removingAccounts = new RemovingAccounts(tenant.accounts());
        this.fillingTests = new FillingTestMailboxes(directory, tenant.tests());
        this.provingTestMail = new ProvingTestMail(directory, tenant.tests());
        this.provingTestCopy = new ProvingTestCopy(directory, tenant.tests());
        this.removingContacts = new RemovingContacts(contacts);
        this.revertingContacts = new RevertingContacts(contacts);
        this.reverting = new RevertingAddresses(directory);
    }

    @Override
    public Handling<MailboxFact> of(MailboxCommand command) {
        return switch (command) {
            case MailboxCommand.AddInitialAddresses add -> adding.of(add);
            case MailboxCommand.ProveInitialAddresses prove -> proving.of(prove);
            case MailboxCommand.MoveSignInNames move -> renaming.of(move);
            case MailboxCommand.RemoveAddresses remove -> removing.of(remove);
            case MailboxCommand.ReplaceIdentifierUris replace -> replacingUris.of(replace);
            case MailboxCommand.PurgeDeletedObjects purge -> purging.of(purge);
            case MailboxCommand.RevertIdentifierUris revert -> revertingUris.of(revert);
            case MailboxCommand.RemoveForwarding remove -> removingForwarding.of(remove);
            case MailboxCommand.RevertForwarding revert -> revertingForwarding.of(revert);
            case MailboxCommand.LendLicences lend -> lending.of(lend);
            case MailboxCommand.ReturnLicences give -> returning.of(give);
            case MailboxCommand.GrantAccess grant -> granting.of(grant);
            case MailboxCommand.ProveAccess prove -> provingAccess.of(prove);
            case MailboxCommand.RevertAccess revert -> revertingAccess.of(revert);
            case MailboxCommand.CreateAccounts create -> creatingAccounts.of(create);
            case MailboxCommand.RemoveAccounts remove -> removingAccounts.of(remove);
            case MailboxCommand.FillTestMailboxes fill -> fillingTests.of(fill);
            case MailboxCommand.ProveTestMail prove -> provingTestMail.of(prove);
            case MailboxCommand.ProveTestCopy prove -> provingTestCopy.of(prove);
            case MailboxCommand.RemoveContacts remove -> removingContacts.of(remove);
            case MailboxCommand.RevertContacts revert -> revertingContacts.of(revert);
            case MailboxCommand.RevertSignInNames revert -> revertingNames.of(revert);
            case MailboxCommand.RevertAddresses revert -> reverting.of(revert);
            case MailboxCommand.OfTargets ofTargets -> this.ofTargets.of(ofTargets);
        };
    }
}
