package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.reading.TenantReader;
import dev.caravan.inventory.snapshot.InventoryCommand.ProveManaged;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import java.time.Duration;

/// Proves that the tenant itself decides over what is to move, while there are days left to change that.
final class ProvingManaged implements Asking<ProveManaged, InventoryFact> {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(15);

    private final TenantReader reader;

    ProvingManaged(TenantReader reader) {
        this.reader = reader;
    }

    @Override
    public Outcome<InventoryFact> ask(ProveManaged command, Call call, Telling<InventoryFact> telling) {
        var domains = command.domains();
        return reader.mastery(call)
                .then(mastery -> mastery.obstacle(domains)
                        .<Outcome<InventoryFact>>map(obstacle -> new Outcome.NotYet<>(RETRY_AFTER, obstacle))
                        .orElseGet(() -> Outcome.done(new InventoryFact.ManagedProven(domains.size()))));
    }
}
