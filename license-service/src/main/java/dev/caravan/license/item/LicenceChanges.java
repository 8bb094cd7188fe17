package dev.caravan.license.item;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Who gets a licence. Nobody gives one back: it is used up for good.
public final class LicenceChanges {

    public static final String KIND = "bittitanLicence";

    /// The User Migration Bundle, as BitTitan calls the product.
    public static final String PRODUCT = "MspcEndUserYearlySubscription";

    private LicenceChanges() {}

    /// Licences for all who have none.
    ///
    /// @param licences by the item's id
    public static Plan assignment(Collection<Item> items, Map<String, Licence> licences) {
        var changes = items.stream()
                .filter(item -> licences.getOrDefault(item.id(), Licence.NONE) == Licence.NONE)
                .map(item -> new Change(
                        KIND,
                        item.from(),
                        "product",
                        List.of(),
                        List.of(PRODUCT),
                        "Use a User Migration Bundle for " + item.from()))
                .toList();
        return Plan.of(changes, items.size());
    }
}
