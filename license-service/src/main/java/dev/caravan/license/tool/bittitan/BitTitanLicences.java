package dev.caravan.license.tool.bittitan;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.Licence;
import dev.caravan.license.item.LicenceChanges;
import dev.caravan.license.project.Customer;
import dev.caravan.license.runner.Cmdlet;
import dev.caravan.license.runner.Ticket;
import dev.caravan.license.tool.Licences;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Subscriptions of MSPComplete, which come from licence packs of MigrationWiz.
final class BitTitanLicences implements Licences {

    private static final String SUBSCRIPTION = "SubscriptionId";

    private final Sdk sdk;
    private final EndUsers endUsers;

    BitTitanLicences(Sdk sdk, EndUsers endUsers) {
        this.sdk = sdk;
        this.endUsers = endUsers;
    }

    @Override
    public Outcome<Integer> available(Call call) {
        var now = call.clock().instant();
        return sdk.workgroup(call)
                .then(workgroup -> product(call)
                        .then(product -> sdk.run(
                                Cmdlet.of("Get-MW_LicensePack", Ticket.MIGRATION_WIZ)
                                        .with("WorkgroupOrganizationId", workgroup.organizationId())
                                        .with("ProductSkuId", product)
                                        .with("RetrieveAll", true),
                                call)))
                .map(packs -> packs.stream()
                        .filter(pack -> isValid(pack, now))
                        .mapToInt(BitTitanLicences::left)
                        .sum());
    }

    @Override
    public Outcome<Map<String, Licence>> of(Customer customer, Collection<Item> items, Call call) {
        var linked =
                items.stream().map(Item::endUserId).filter(id -> !id.isEmpty()).toList();
        var unlinked = items.stream()
                .filter(item -> item.endUserId().isEmpty())
                .map(Item::from)
                .toList();
        return endUsers.of(customer, "Id", linked, call)
                .then(byId -> endUsers.at(customer, unlinked, call)
                        .map(byAddress -> licences(
                                items,
                                Stream.concat(byId.stream(), byAddress.stream()).toList())));
    }

    @Override
    public Outcome<String> assign(Customer customer, Item item, Call call) {
        return endUser(customer, item, call)
                .then(endUser -> sdk.workgroup(call)
                        .then(workgroup -> product(call)
                                .then(product -> sdk.act(
                                        Cmdlet.of("Add-BT_Subscription", workgroup.ticket())
                                                .with("ReferenceEntityType", "CustomerEndUser")
                                                .with("ReferenceEntityId", endUser)
                                                .with("ProductSkuId", product)
                                                .with("WorkgroupOrganizationId", workgroup.organizationId()),
                                        call))));
    }

    private Outcome<String> endUser(Customer customer, Item item, Call call) {
        return item.endUserId().isEmpty()
                ? endUsers.ensured(customer, item.from(), call).map(user -> Sdk.text(user, "Id"))
                : Outcome.done(item.endUserId());
    }

    private Outcome<String> product(Call call) {
        var asking = Cmdlet.of("Get-BT_ProductSkuId", Ticket.ACCOUNT).with("ProductName", LicenceChanges.PRODUCT);
        return sdk.make(asking, call).map(id -> id.asString(""));
    }

    private static Map<String, Licence> licences(Collection<Item> items, List<JsonNode> users) {
        var licences = new HashMap<String, Licence>();
        for (var item : items) {
            users.stream()
                    .filter(user -> item.endUserId().isEmpty()
                            ? EndUsers.isAt(user, item.from())
                            : Sdk.text(user, "Id").equalsIgnoreCase(item.endUserId()))
                    .findFirst()
                    .ifPresent(user -> licences.put(item.id(), licence(user)));
        }
        return licences;
    }

    private static Licence licence(JsonNode user) {
        if (Sdk.link(user, SUBSCRIPTION).isEmpty()) {
            return Licence.NONE;
        }
        return Sdk.link(user, "ActiveSubscriptionId").isEmpty() ? Licence.ASKED_FOR : Licence.ACTIVE;
    }

    private static boolean isValid(JsonNode pack, Instant now) {
        return instant(pack, "ExpireDate").filter(now::isBefore).isPresent();
    }

    private static Optional<Instant> instant(JsonNode object, String property) {
        try {
            return object.path(property).stringValueOpt().map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int left(JsonNode pack) {
        return number(pack, "Purchased") + number(pack, "Granted") - number(pack, "Used") - number(pack, "Revoked");
    }

    private static int number(JsonNode object, String property) {
        return object.path(property).asInt(0);
    }
}
