package dev.caravan.license.migrating;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.license.item.Item;
import dev.caravan.license.project.Label;
import dev.caravan.license.tool.MigrationTool;
import java.util.List;

/// Items that recorded changes are about, which name them by the address at the source.
final class RecordedItems {

    private RecordedItems() {}

    /// Those that are there; without a project there are none.
    static Outcome<List<Item>> of(List<Change> changes, Label label, MigrationTool tool, Call call) {
        var addresses = changes.stream().map(Change::id).distinct().toList();
        return tool.projects()
                .holdings(label, call)
                .then(holdings -> holdings.project(label.project())
                        .map(project -> tool.items().from(project, addresses, call))
                        .orElseGet(() -> Outcome.done(List.of())));
    }
}
