package dev.caravan.mailbox.recipient.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.InTurn;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.exchange.ExchangeOnline;
import dev.caravan.m365.exchange.Lookup;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.graph.Resource;
import dev.caravan.mailbox.account.LentLicences;
import dev.caravan.mailbox.account.LicensedUser;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.recipient.Licences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Licences as Microsoft Graph has them.
public final class GraphLicences implements Licences {

    private static final String USERS = "users";
    private static final String LICENCES = "assignedLicenses";
    private static final List<String> PROPERTIES =
            List.of("id", "displayName", "proxyAddresses", LentLicences.LOCATION, LICENCES);

    private final Graph graph;
    private final ExchangeOnline exchange;

    public GraphLicences(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
        this.exchange = microsoft365.exchange();
    }

    /// The addresses of everybody are asked for at once: a request for each of them would be many times that.
    @Override
    public Outcome<Map<String, LicensedUser>> users(Collection<String> ids, Call call) {
        var wanted = Set.copyOf(ids);
        return graph.all(Listing.of(OfTenant.USERS, PROPERTIES).top(999), call).then(all -> {
            var found = new LinkedHashMap<String, ObjectNode>();
            all.stream()
                    .filter(user -> wanted.contains(user.path("id").asString()))
                    .forEach(user -> found.put(user.path("id").asString(), user));
            var withAddresses = found.entrySet().stream()
                    .filter(user -> !user.getValue().path("proxyAddresses").isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            return new Lookup(RecipientCmdlets.DIRECTORY_ID, RecipientCmdlets.reading())
                    .of(withAddresses, exchange, call)
                    .map(recipients -> found.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    user -> user(user.getValue(), recipients.containsKey(user.getKey())))));
        });
    }

    @Override
    public Outcome<List<Subscription>> all(Call call) {
        return Subscriptions.of(graph, call);
    }

    @Override
    public Outcome<String> country(Call call) {
        return Subscriptions.country(graph, call);
    }

    /// One after the other, since a licence may need a place that comes before it.
    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        return changes.isEmpty()
                ? Outcome.done(0)
                : Subscriptions.read(graph, call)
                        .then(skus -> InTurn.each(
                                changes,
                                change -> graph.each(List.of(request(change, skus)), call)
                                        .then(outcomes -> Each.all(List.of(change), outcomes, "licences-refused"))))
                        .map(List::size);
    }

    private static GraphRequest request(Change change, List<ObjectNode> skus) {
        var body = JsonNodeFactory.instance.objectNode();
        if (change.property().equals(LentLicences.LOCATION)) {
            Optional<String> country = change.after().stream().findFirst();
            return GraphRequest.patch(
                    Resource.at(USERS, change.id()),
                    country.map(code -> body.put(LentLicences.LOCATION, code))
                            .orElseGet(() -> body.putNull(LentLicences.LOCATION)));
        }
        var given = body.putArray("addLicenses");
        for (var sku : change.after()) {
            var plans = given.addObject().put("skuId", sku).putArray("disabledPlans");
            plansBesideMailbox(sku, skus).forEach(plans::add);
        }
        var taken = body.putArray("removeLicenses");
        change.before().forEach(taken::add);
        return GraphRequest.post(Resource.at(USERS, change.id(), "assignLicense"), body);
    }

    private static List<String> plansBesideMailbox(String skuId, List<ObjectNode> skus) {
        return skus.stream()
                .filter(sku -> sku.path("skuId").asString("").equals(skuId))
                .flatMap(sku -> sku.path("servicePlans").valueStream())
                .filter(plan -> plan.path("appliesTo").asString("").equals("User"))
                .filter(plan -> !Subscriptions.isOfMailbox(plan))
                .map(plan -> plan.path("servicePlanId").asString())
                .toList();
    }

    private static LicensedUser user(ObjectNode object, boolean hasRecipient) {
        var licences = new ArrayList<String>();
        object.path(LICENCES)
                .valueStream()
                .forEach(licence -> licences.add(licence.path("skuId").asString()));
        return new LicensedUser(
                object.path("id").asString(),
                object.path("displayName").asString(""),
                object.path("proxyAddresses")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList(),
                object.path(LentLicences.LOCATION).asString(""),
                licences,
                hasRecipient);
    }
}
