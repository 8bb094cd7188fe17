package dev.caravan.license.tool.bittitan;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.project.Customer;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// People of a customer: whoever holds a licence.
record EndUsers(Sdk sdk) {

    private static final String ADDRESS = "PrimaryEmailAddress";

    Outcome<List<JsonNode>> of(Customer customer, String filter, Collection<String> values, Call call) {
        return sdk.all(
                Sdk.ofCustomer("Get-BT_CustomerEndUser", customer)
                        .with("OrganizationId", customer.organizationId())
                        .with("IsDeleted", false),
                filter,
                values,
                call);
    }

    Outcome<List<JsonNode>> at(Customer customer, Collection<String> addresses, Call call) {
        return of(customer, ADDRESS, addresses, call);
    }

    /// The end user of that address, who is added if there is none.
    Outcome<JsonNode> ensured(Customer customer, String address, Call call) {
        return at(customer, List.of(address), call)
                .then(found -> found.stream()
                        .filter(user -> isAt(user, address))
                        .findFirst()
                        .map(Outcome::done)
                        .orElseGet(() -> added(customer, address, call)));
    }

    static boolean isAt(JsonNode user, String address) {
        return Sdk.text(user, ADDRESS).equalsIgnoreCase(address);
    }

    /// BitTitan wants names; nobody reads them.
    private Outcome<JsonNode> added(Customer customer, String address, Call call) {
        var name = address.substring(0, Math.max(0, address.lastIndexOf('@')));
        return sdk.make(
                Sdk.ofCustomer("Add-BT_CustomerEndUser", customer)
                        .with(ADDRESS, address)
                        .with("FirstName", name)
                        .with("LastName", name),
                call);
    }
}
