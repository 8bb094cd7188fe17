package dev.caravan.mailbox.addressing;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.addressing.MailboxCommand.ProveMovedAddresses;
import dev.caravan.mailbox.pairing.MovedAddresses;
import dev.caravan.mailbox.recipient.RecipientDirectory;
import dev.caravan.mailbox.recipient.Targets;
import java.util.List;
import java.util.stream.Stream;

/// Proves that targets have what their sources have lost.
final class ProvingMovedAddresses implements Asking<ProveMovedAddresses, MailboxFact> {

    private final LostAddresses lost;

    ProvingMovedAddresses(RecipientDirectory directory, Targets targets) {
        this.lost = new LostAddresses(directory, targets);
    }

    @Override
    public Outcome<MailboxFact> ask(ProveMovedAddresses command, Call call, Telling<MailboxFact> telling) {
        return lost.observe(command.changes(), change -> concerned(change, command), command.tenant(), call)
                .then(observed -> {
                    var adding = MovedAddresses.adding(command.changes(), command.domains(), observed);
                    var promoting = MovedAddresses.promoting(command.changes(), command.domains(), observed);
                    var addresses = command.changes().stream()
                            .mapToInt(change -> concerned(change, command).size())
                            .sum();
                    return Differences.unlessAny(
                            Stream.of(adding, promoting)
                                    .flatMap(Differences::of)
                                    .distinct()
                                    .toList(),
                            new MailboxFact.MovedAddressesProven(addresses));
                });
    }

    private static List<String> concerned(Change change, ProveMovedAddresses command) {
        return Stream.concat(
                        MovedAddresses.lost(change, command.domains()).stream(),
                        MovedAddresses.replacedPrimary(change, command.domains()).stream())
                .distinct()
                .toList();
    }
}
