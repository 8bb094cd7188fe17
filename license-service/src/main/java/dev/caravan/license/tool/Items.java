package dev.caravan.license.tool;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.Pair;
import dev.caravan.license.project.Customer;
import dev.caravan.license.project.Project;
import java.util.Collection;
import java.util.List;

/// Items of a project.
public interface Items {

    /// Those that are copied from one of these addresses.
    Outcome<List<Item>> from(Project project, Collection<String> addresses, Call call);

    /// Adds an item, and its end user at the customer if there is none: only then is a licence of that one the item's.
    Outcome<String> add(Customer customer, Project project, Pair pair, Call call);

    Outcome<String> remove(Item item, Call call);
}
