package dev.caravan.license.tool;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.item.Item;
import dev.caravan.license.pass.Pass;
import dev.caravan.license.pass.PassOrder;
import dev.caravan.license.pass.Volume;
import dev.caravan.license.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Passes over items of a project.
public interface Passes {

    /// All of these items.
    Outcome<List<Pass>> of(Collection<Item> items, Call call);

    /// How many of their items could not be copied, by the item's id; none where nothing is said.
    Outcome<Map<String, Integer>> errors(Collection<Item> items, Call call);

    /// How much of it has been copied.
    Outcome<Volume> volume(Item item, Call call);

    Outcome<String> submit(Project project, Item item, PassOrder order, Call call);

    Outcome<String> stop(Pass pass, Call call);
}
