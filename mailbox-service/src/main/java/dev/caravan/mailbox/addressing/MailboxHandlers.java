package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Handlers;
import dev.caravan.kit.command.Handling;
import dev.caravan.mailbox.recipient.Contacts;
import dev.caravan.mailbox.recipient.DirectoryObjects;
import dev.caravan.mailbox.recipient.Forwardings;
import dev.caravan.mailbox.recipient.RecipientDirectory;

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
    private final RemovingContacts removingContacts;
    private final RevertingContacts revertingContacts;
    private final ReplacingIdentifierUris replacingUris;
    private final PurgingDeletedObjects purging;
    private final RevertingIdentifierUris revertingUris;

    public MailboxHandlers(
            RecipientDirectory directory, DirectoryObjects objects, Forwardings forwardings, Contacts contacts) {
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
            case MailboxCommand.RemoveContacts remove -> removingContacts.of(remove);
            case MailboxCommand.RevertContacts revert -> revertingContacts.of(revert);
            case MailboxCommand.RevertSignInNames revert -> revertingNames.of(revert);
            case MailboxCommand.RevertAddresses revert -> reverting.of(revert);
        };
    }
}
