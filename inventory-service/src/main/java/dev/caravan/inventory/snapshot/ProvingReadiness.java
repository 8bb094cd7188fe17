package dev.caravan.inventory.snapshot;

import dev.caravan.inventory.reading.TenantReader;
import dev.caravan.inventory.snapshot.InventoryCommand.ProveReadiness;
import dev.caravan.inventory.tenant.Protocols;
import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import java.time.Duration;

/// Proves that a migration tool gets at the mailboxes, before anybody has bought a licence for it.
final class ProvingReadiness implements Asking<ProveReadiness, InventoryFact> {

    private static final String TOOL = "migrationToolId";
    private static final Duration RETRY_AFTER = Duration.ofMinutes(15);

    private final TenantReader reader;

    ProvingReadiness(TenantReader reader) {
        this.reader = reader;
    }

    @Override
    public Outcome<InventoryFact> ask(ProveReadiness command, Call call, Telling<InventoryFact> telling) {
        return tool(call).then(tool -> reader.protocols(call).then(protocols -> judged(protocols, tool)));
    }

    private static Outcome<String> tool(Call call) {
        return call.connection()
                .setting(TOOL)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        "no-migration-tool",
                        "connection %s: setting %s has to say the application id of the migration tool"
                                .formatted(call.connection().connectionId(), TOOL)));
    }

    private static Outcome<InventoryFact> judged(Protocols protocols, String tool) {
        if (!protocols.isOpen()) {
            return new Outcome.NotYet<>(
                    RETRY_AFTER,
                    "Exchange Web Services are closed in this tenant: Set-OrganizationConfig -EwsEnabled $true opens them");
        }
        return protocols.allows(tool)
                ? Outcome.done(new InventoryFact.ReadinessProven(true, true))
                : new Outcome.NotYet<>(
                        RETRY_AFTER,
                        "EwsAllowedAppIDs does not name the migration tool " + tool
                                + ": Set-OrganizationConfig -EwsAllowedAppIDs has to");
    }
}
