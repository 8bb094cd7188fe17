package dev.caravan.license.tool.bittitan;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.Pair;
import dev.caravan.license.project.Customer;
import dev.caravan.license.project.Project;
import dev.caravan.license.runner.Cmdlet;
import dev.caravan.license.runner.Ticket;
import dev.caravan.license.tool.Items;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What MigrationWiz calls mailboxes.
final class BitTitanItems implements Items {

    private static final String PROJECT = "ConnectorId";
    private static final String FROM = "ExportEmailAddress";
    private static final String TO = "ImportEmailAddress";

    private final Sdk sdk;
    private final EndUsers endUsers;

    BitTitanItems(Sdk sdk, EndUsers endUsers) {
        this.sdk = sdk;
        this.endUsers = endUsers;
    }

    @Override
    public Outcome<List<Item>> from(Project project, Collection<String> addresses, Call call) {
        var reading = Cmdlet.of("Get-MW_Mailbox", Ticket.MIGRATION_WIZ).with(PROJECT, project.id());
        return sdk.all(reading, FROM, addresses, call)
                .map(found -> found.stream()
                        .map(BitTitanItems::item)
                        .filter(item -> addresses.stream().anyMatch(item::isFrom))
                        .toList());
    }

    @Override
    public Outcome<String> add(Customer customer, Project project, Pair pair, Call call) {
        return endUsers.ensured(customer, pair.from(), call)
                .then(_ -> sdk.act(
                        Cmdlet.of("Add-MW_Mailbox", Ticket.MIGRATION_WIZ)
                                .with(PROJECT, project.id())
                                .with(FROM, pair.from())
                                .with(TO, pair.to()),
                        call));
    }

    @Override
    public Outcome<String> remove(Item item, Call call) {
        return sdk.act(
                Cmdlet.of("Remove-MW_Mailbox", Ticket.MIGRATION_WIZ)
                        .with("Id", item.id())
                        .with("Force", true),
                call);
    }

    private static Item item(JsonNode object) {
        return new Item(
                Sdk.text(object, "Id"),
                Sdk.text(object, FROM),
                Sdk.text(object, TO),
                Sdk.link(object, "CustomerEndUserId"));
    }
}
