package dev.caravan.mailbox.messaging;

import dev.caravan.kit.command.EventHeader;
import dev.caravan.kit.messaging.CommonRecords;
import dev.caravan.kit.messaging.Vocabulary;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.mailbox.address.AddressChanges;
import dev.caravan.mailbox.addressing.MailboxCommand;
import dev.caravan.mailbox.addressing.MailboxFact;
import dev.caravan.schemas.mailbox.AddInitialAddresses;
import dev.caravan.schemas.mailbox.AddressReversionPlanned;
import dev.caravan.schemas.mailbox.AddressesChanged;
import dev.caravan.schemas.mailbox.AddressesPlanned;
import dev.caravan.schemas.mailbox.AddressesReverted;
import dev.caravan.schemas.mailbox.InitialAddressesProven;
import dev.caravan.schemas.mailbox.ProveInitialAddresses;
import dev.caravan.schemas.mailbox.RevertAddresses;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// `mailbox.avdl` as [MailboxCommand] and [MailboxFact].
public final class MailboxVocabulary implements Vocabulary<MailboxCommand, MailboxFact> {

    @Override
    public Optional<MailboxCommand> toCommand(SpecificRecord record) {
        return Optional.ofNullable(
                switch (record) {
                    case AddInitialAddresses add -> new MailboxCommand.AddInitialAddresses(guids(add.getMailboxes()));
                    case ProveInitialAddresses prove ->
                        new MailboxCommand.ProveInitialAddresses(guids(prove.getMailboxes()));
                    case RevertAddresses revert -> new MailboxCommand.RevertAddresses(addresses(revert.getChanges()));
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
            case MailboxFact.AddressesReverted(var applied, var unchanged, var conflicts) ->
                new AddressesReverted(context, applied, unchanged, CommonRecords.conflictsOut(conflicts));
        };
    }

    @Override
    public SpecificRecord toPlanned(EventHeader header, MailboxCommand command, Plan plan) {
        var context = CommonRecords.context(header);
        var changes = CommonRecords.changesOut(plan.changes());
        return switch (command) {
            case MailboxCommand.AddInitialAddresses _ -> new AddressesPlanned(context, changes);
            case MailboxCommand.RevertAddresses _ ->
                new AddressReversionPlanned(context, changes, CommonRecords.conflictsOut(plan.conflicts()));
            case MailboxCommand.ProveInitialAddresses prove ->
                throw new IllegalArgumentException(prove.getClass().getSimpleName() + " only reads: it has no plan");
        };
    }

    /// An empty identity would mean all mailboxes.
    private static List<String> guids(List<String> written) {
        if (written.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("mailboxes: none of them may be empty");
        }
        return List.copyOf(written);
    }

    /// A runbook may name any step whose changes are to be worked on; only those of addresses mean something here.
    private static List<Change> addresses(List<dev.caravan.schemas.common.Change> written) {
        written.stream()
                .filter(change -> !change.getKind().equals(AddressChanges.KIND)
                        || !change.getProperty().equals(AddressChanges.PROPERTY))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException(
                            "changes: must be of addresses of mailboxes, and one is of %s of a %s: %s"
                                    .formatted(other.getProperty(), other.getKind(), other.getId()));
                });
        return CommonRecords.changesIn(written);
    }
}
