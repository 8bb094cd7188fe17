package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Handlers;
import dev.caravan.kit.command.Handling;
import dev.caravan.mailbox.recipient.RecipientDirectory;

/// Who handles which command.
public final class MailboxHandlers implements Handlers<MailboxCommand, MailboxFact> {

    private final AddingInitialAddresses adding;
    private final ProvingInitialAddresses proving;
    private final RevertingAddresses reverting;

    public MailboxHandlers(RecipientDirectory directory) {
        this.adding = new AddingInitialAddresses(directory);
        this.proving = new ProvingInitialAddresses(directory);
        this.reverting = new RevertingAddresses(directory);
    }

    @Override
    public Handling<MailboxFact> of(MailboxCommand command) {
        return switch (command) {
            case MailboxCommand.AddInitialAddresses add -> adding.of(add);
            case MailboxCommand.ProveInitialAddresses prove -> proving.of(prove);
            case MailboxCommand.RevertAddresses revert -> reverting.of(revert);
        };
    }
}
