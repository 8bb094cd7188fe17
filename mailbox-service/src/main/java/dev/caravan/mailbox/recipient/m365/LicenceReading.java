package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.mailbox.account.Licence;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How Graph tells what a tenant can license, and where it is.
final class LicenceReading {

    /// Plans of mailboxes; archives and the like are no mailboxes.
    private static final Pattern MAILBOX =
            Pattern.compile("EXCHANGE_[SB]_(STANDARD|ENTERPRISE|DESKLESS|ESSENTIALS)(_.*)?");

    private LicenceReading() {}

    /// The SKUs that can be assigned.
    static Outcome<List<ObjectNode>> skus(Graph graph, Call call) {
        var all = Listing.of(
                OfTenant.SUBSCRIBED_SKUS,
                List.of("skuId", "skuPartNumber", "capabilityStatus", "consumedUnits", "prepaidUnits", "servicePlans"));
        return graph.all(all, call)
                .map(skus -> skus.stream()
                        .filter(sku -> sku.path("capabilityStatus").asString("").equals("Enabled"))
                        .toList());
    }

    static Licence licence(ObjectNode sku) {
        return new Licence(
                sku.path("skuId").asString(),
                sku.path("skuPartNumber").asString(""),
                sku.path("servicePlans").valueStream().anyMatch(LicenceReading::isOfMailbox),
                sku.path("prepaidUnits").path("enabled").asInt(0)
                        - sku.path("consumedUnits").asInt(0));
    }

    static boolean isOfMailbox(JsonNode plan) {
        return MAILBOX.matcher(plan.path("servicePlanName").asString("")).matches()
                && plan.path("provisioningStatus").asString("").equals("Success");
    }

    /// Where the organization is: nobody can be licensed without a place of use.
    static Outcome<String> country(Graph graph, Call call) {
        return graph.all(Listing.of(OfTenant.ORGANIZATION, List.of("id", "countryLetterCode")), call)
                .then(organizations -> organizations.stream()
                        .flatMap(one -> one.path("countryLetterCode").stringValueOpt().stream())
                        .findFirst()
                        .<Outcome<String>>map(Outcome::done)
                        .orElseGet(() -> Outcome.failedForGood("no-country", "the tenant does not say where it is")));
    }
}
