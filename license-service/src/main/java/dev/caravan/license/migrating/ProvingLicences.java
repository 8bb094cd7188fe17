package dev.caravan.license.migrating;

import dev.caravan.kit.command.Asking;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.command.Telling;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.Licence;
import dev.caravan.license.migrating.LicenseCommand.ProveLicences;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tool.MigrationTool;
import java.time.Duration;
import java.util.Map;

/// Proves that licences count, before passes would take others.
final class ProvingLicences implements Asking<ProveLicences, LicenseFact> {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(2);

    private final MigrationTool tool;
    private final TenantMailboxes tenants;

    ProvingLicences(MigrationTool tool, TenantMailboxes tenants) {
        this.tool = tool;
        this.tenants = tenants;
    }

    @Override
    public Outcome<LicenseFact> ask(ProveLicences command, Call call, Telling<LicenseFact> telling) {
        return Selected.of(command.selection(), command.source(), command.label(), tool, tenants, call)
                .then(selected -> selected.failures().isEmpty()
                        ? tool.licences()
                                .of(selected.workspace().customer(), selected.items(), call)
                                .then(licences -> judged(selected, licences))
                        : EachOf.failed(selected.failures()));
    }

    private static Outcome<LicenseFact> judged(Selected selected, Map<String, Licence> licences) {
        var inactive = selected.items().stream()
                .filter(item -> licences.get(item.id()) != Licence.ACTIVE)
                .map(Item::from)
                .toList();
        return inactive.isEmpty()
                ? Outcome.done(new LicenseFact.LicencesProven(selected.items().size()))
                : new Outcome.NotYet<>(
                        RETRY_AFTER,
                        "%d of %d have no active licence, the first: %s"
                                .formatted(inactive.size(), selected.items().size(), inactive.getFirst()));
    }
}
