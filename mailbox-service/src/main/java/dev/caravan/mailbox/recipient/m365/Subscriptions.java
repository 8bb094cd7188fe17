package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.mailbox.account.Subscription;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How Graph tells what a tenant can license, and where it is.
final class Subscriptions {

    /// Plans of mailboxes; archives and the like are no mailboxes.
    private static final Pattern MAILBOX =
            Pattern.compile("EXCHANGE_[SBL]_(STANDARD|ENTERPRISE|DESKLESS|ESSENTIALS).*");

    private Subscriptions() {}

    static Outcome<List<Subscription>> of(Graph graph, Call call) {
        return read(graph, call)
                .map(skus -> skus.stream().map(Subscriptions::subscription).toList());
    }

    /// As Graph writes them.
    static Outcome<List<ObjectNode>> read(Graph graph, Call call) {
        return graph.all(
                Listing.of(
                        OfTenant.SUBSCRIBED_SKUS,
                        List.of(
                                "skuId",
                                "skuPartNumber",
                                "capabilityStatus",
                                "consumedUnits",
                                "prepaidUnits",
                                "servicePlans")),
                call);
    }

    static boolean isOfMailbox(JsonNode plan) {
        return MAILBOX.matcher(plan.path("servicePlanName").asString("")).matches();
    }

    /// Where the organization is, two letters: nobody can be licensed without a place of use.
    static Outcome<String> country(Graph graph, Call call) {
        return graph.all(Listing.of(OfTenant.ORGANIZATION, List.of("id", "countryLetterCode")), call)
                .then(organizations -> organizations.stream()
                        .flatMap(one -> one.path("countryLetterCode").stringValueOpt().stream())
                        .filter(code -> !code.isBlank())
                        .findFirst()
                        .<Outcome<String>>map(Outcome::done)
                        .orElseGet(() -> Outcome.failedForGood(
                                "no-usage-location",
                                "the organization has no country, without which nobody can be licensed")));
    }

    private static Subscription subscription(ObjectNode sku) {
        var isUsable = sku.path("capabilityStatus").asString("").equals("Enabled");
        var free = sku.path("prepaidUnits").path("enabled").asInt(0)
                - sku.path("consumedUnits").asInt(0);
        return new Subscription(
                sku.path("skuId").asString(),
                sku.path("skuPartNumber").asString(""),
                sku.path("servicePlans").valueStream().anyMatch(Subscriptions::isOfMailbox),
                isUsable ? Math.max(0, free) : 0);
    }
}
