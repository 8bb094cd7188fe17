package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Doing;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import dev.caravan.kit.plan.SafetyLimits;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.ItemChanges;
import dev.caravan.license.migrating.LicenseCommand.RemoveItems;
import dev.caravan.license.tool.MigrationTool;
import java.util.List;

/// Removes items that were added. Without a project there are none.
final class RemovingItems implements Doing<RemoveItems, List<Item>, LicenseFact> {

    private final MigrationTool tool;

    RemovingItems(MigrationTool tool) {
        this.tool = tool;
    }

    @Override
    public Outcome<List<Item>> observe(RemoveItems command, Call call) {
        return RecordedItems.of(command.changes(), command.label(), tool, call);
    }

    @Override
    public Plan plan(RemoveItems command, List<Item> observed) {
        return ItemChanges.reversion(observed, command.changes());
    }

    @Override
    public Outcome<LicenseFact> apply(RemoveItems command, List<Item> observed, Plan plan, Call call) {
        var all = command.changes().size();
        return EachOf.all(plan.changes(), List.of(), change -> remove(change, observed, call))
                .map(gone -> new LicenseFact.ItemsRemoved(gone, all - gone, plan.conflicts()));
    }

    @Override
    public SafetyLimits limits() {
        return SafetyLimits.NONE;
    }

    private Outcome<String> remove(Change change, List<Item> observed, Call call) {
        return ItemChanges.of(observed, change.id())
                .map(item -> tool.items().remove(item, call))
                .orElseGet(() -> Outcome.done(change.id()));
    }
}
