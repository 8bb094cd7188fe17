package dev.caravan.license.tool;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.Licence;
import dev.caravan.license.project.Customer;
import java.util.Collection;
import java.util.Map;

/// User Migration Bundles.
public interface Licences {

    /// How many are left in packs that have not expired.
    Outcome<Integer> available(Call call);

    /// Who has one, by the item's id.
    Outcome<Map<String, Licence>> of(Customer customer, Collection<Item> items, Call call);

    /// Uses one up for the item's end user, who is added to the customer if there is none.
    Outcome<String> assign(Customer customer, Item item, Call call);
}
