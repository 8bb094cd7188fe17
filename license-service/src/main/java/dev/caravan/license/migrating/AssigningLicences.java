package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Plan;
import dev.caravan.license.item.ItemChanges;
import dev.caravan.license.item.Licence;
import dev.caravan.license.item.LicenceChanges;
import dev.caravan.license.migrating.LicenseCommand.AssignLicences;
import dev.caravan.license.tenant.TenantMailboxes;
import dev.caravan.license.tool.MigrationTool;
import java.util.Map;

/// Uses up licences for items. BitTitan takes them at once and needs some minutes until they count.
final class AssigningLicences implements Doing<AssignLicences, AssigningLicences.Observed, LicenseFact> {

    private final MigrationTool tool;
    private final TenantMailboxes tenants;

    AssigningLicences(MigrationTool tool, TenantMailboxes tenants) {
        this.tool = tool;
        this.tenants = tenants;
    }

    /// @param licences by the item's id
    record Observed(Selected selected, Map<String, Licence> licences) {}

    @Override
    public Outcome<Observed> observe(AssignLicences command, Call call) {
        return Selected.of(command.selection(), command.source(), command.label(), tool, tenants, call)
                .then(selected -> tool.licences()
                        .of(selected.workspace().customer(), selected.items(), call)
                        .map(licences -> new Observed(selected, licences)));
    }

    @Override
    public Plan plan(AssignLicences command, Observed observed) {
        return LicenceChanges.assignment(observed.selected().items(), observed.licences());
    }

    @Override
    public Outcome<LicenseFact> apply(AssignLicences command, Observed observed, Plan plan, Call call) {
        var selected = observed.selected();
        var customer = selected.workspace().customer();
        return EachOf.all(
                        plan.changes(),
                        selected.failures(),
                        change -> ItemChanges.of(selected.items(), change.id())
                                .map(item -> tool.licences().assign(customer, item, call))
                                .orElseGet(() -> Outcome.done(change.id())))
                .map(assigned -> new LicenseFact.LicencesAssigned(
                        assigned, selected.items().size() - assigned, selected.gone()));
    }
}
