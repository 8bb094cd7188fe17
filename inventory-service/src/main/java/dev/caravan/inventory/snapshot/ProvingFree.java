package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.reading.TenantReader;
import dev.caravan.inventory.snapshot.InventoryCommand.ProveFree;
import dev.caravan.inventory.tenant.Dependency;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Proves that no address which is going to move belongs to somebody at the destination already: companies that become
/// one have invited each other's people, and a guest keeps the address that the mailbox is to have.
final class ProvingFree implements Asking<ProveFree, InventoryFact> {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(15);
    private static final int NAMED_MAX = 10;

    private final TenantReader reader;

    ProvingFree(TenantReader reader) {
        this.reader = reader;
    }

    @Override
    public Outcome<InventoryFact> ask(ProveFree command, Call call, Telling<InventoryFact> telling) {
        return InTurn.flat(command.domains(), domain -> reader.addressedIn(domain, call))
                .map(found -> Dependency.merged(found).stream()
                        .filter(ProvingFree::isInTheWay)
                        .toList())
                .then(found -> found.isEmpty()
                        ? Outcome.done(
                                new InventoryFact.FreeProven(command.domains().size()))
                        : new Outcome.NotYet<>(RETRY_AFTER, sentence(found)));
    }

    /// Contacts are removed on the night, and who is deleted has no address any more.
    private static boolean isInTheWay(Dependency recipient) {
        return recipient.type() != Dependency.Type.CONTACT && !recipient.type().isDeleted();
    }

    private static String sentence(List<Dependency> found) {
        var named = found.stream()
                .limit(NAMED_MAX)
                .map(one -> "%s %s (%s)"
                        .formatted(one.type().word(), one.displayName(), String.join(", ", one.references())))
                .collect(Collectors.joining("; "));
        return "%d recipients of the destination have addresses that are to move; take them away, or remove guests: %s%s"
                .formatted(found.size(), named, found.size() > NAMED_MAX ? "; …" : "");
    }
}
