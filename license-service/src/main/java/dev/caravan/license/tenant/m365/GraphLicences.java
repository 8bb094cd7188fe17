package dev.caravan.license.tenant.m365;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.ObjectFailure;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import dev.caravan.license.chat.AssignedLicence;
import dev.caravan.license.chat.ChatPlans;
import dev.caravan.license.chat.LicensedUser;
import dev.caravan.license.chat.Sku;
import dev.caravan.license.tenant.UserLicences;
import dev.caravan.m365.Microsoft365;
import dev.caravan.m365.graph.Graph;
import dev.caravan.m365.graph.GraphRequest;
import dev.caravan.m365.graph.Listing;
import dev.caravan.m365.graph.Listing.OfTenant;
import dev.caravan.m365.graph.Resource;
import dev.caravan.m365.wire.Answer;
import dev.caravan.m365.wire.Failures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Licences as Microsoft Graph has them.
public final class GraphLicences implements UserLicences {

    private static final String USERS = "users";
    private static final String SKU = "skuId";
    private static final String ASSIGNED = ChatPlans.PROPERTY;
    private static final String STATES = "licenseAssignmentStates";
    private static final List<String> OF_USERS = List.of("id", "displayName", ASSIGNED, STATES);

    private final Graph graph;

    public GraphLicences(Microsoft365 microsoft365) {
        this.graph = microsoft365.graph();
    }

    @Override
    public Outcome<List<Sku>> skus(Call call) {
        return graph.all(Listing.of(OfTenant.SUBSCRIBED_SKUS, List.of(SKU, "skuPartNumber", "servicePlans")), call)
                .map(all -> all.stream().map(GraphLicences::sku).toList());
    }

    @Override
    public Outcome<Map<String, LicensedUser>> users(Collection<String> ids, Call call) {
        var keys = List.copyOf(ids);
        var requests = keys.stream()
                .map(id -> GraphRequest.get(Resource.at(USERS, id), OF_USERS))
                .toList();
        return graph.each(requests, call).then(outcomes -> {
            var users = new LinkedHashMap<String, LicensedUser>();
            for (var number = 0; number < keys.size(); number++) {
                var outcome = outcomes.get(number);
                if (outcome instanceof Outcome.Done<Answer>(var answer)) {
                    var id = keys.get(number);
                    answer.json().ifPresent(json -> users.put(id, user(id, json)));
                } else if (!Failures.isFailure(outcome, Failures.NOT_FOUND)) {
                    return outcome.map(_ -> Map.of());
                }
            }
            return Outcome.done(users);
        });
    }

    @Override
    public Outcome<Integer> change(List<Change> changes, Call call) {
        var requests = changes.stream().map(GraphLicences::assigning).toList();
        return graph.each(requests, call).then(outcomes -> {
            var failures = new ArrayList<ObjectFailure>();
            var isTransient = true;
            for (var number = 0; number < outcomes.size(); number++) {
                if (outcomes.get(number) instanceof Outcome.Failed<Answer> failed) {
                    var change = changes.get(number);
                    failures.add(new ObjectFailure(change.kind(), change.id(), failed.reason()));
                    isTransient &= failed.isTransient();
                }
            }
            return failures.isEmpty()
                    ? Outcome.done(changes.size())
                    : new Outcome.Failed<>(
                            isTransient,
                            "plans-refused",
                            "%d of %d were not changed, the first: %s"
                                    .formatted(
                                            failures.size(),
                                            changes.size(),
                                            failures.getFirst().reason()),
                            failures,
                            Optional.empty());
        });
    }

    /// Graph wants both lists, and replaces what a licence named there had switched off.
    private static GraphRequest assigning(Change change) {
        var body = JsonNodeFactory.instance.objectNode();
        var add = body.putArray("addLicenses");
        for (var licence : ChatPlans.wanted(change)) {
            var disabled = add.addObject().put(SKU, licence.skuId()).putArray("disabledPlans");
            licence.disabledPlans().forEach(disabled::add);
        }
        body.putArray("removeLicenses");
        return GraphRequest.post(Resource.at(USERS, change.id(), "assignLicense"), body);
    }

    private static LicensedUser user(String id, ObjectNode json) {
        var licences = json.path(ASSIGNED)
                .valueStream()
                .map(licence -> new AssignedLicence(licence.path(SKU).asString(), texts(licence.path("disabledPlans"))))
                .toList();
        var ofGroups = json.path(STATES)
                .valueStream()
                .filter(state -> !state.path("assignedByGroup").asString("").isBlank())
                .map(state -> state.path(SKU).asString(""))
                .collect(Collectors.toSet());
        return new LicensedUser(id, json.path("displayName").asString(""), licences, ofGroups);
    }

    private static Sku sku(ObjectNode json) {
        var plans = json.path("servicePlans")
                .valueStream()
                .map(plan -> new Sku.ServicePlan(
                        plan.path("servicePlanId").asString(""),
                        plan.path("servicePlanName").asString(""),
                        plan.path("appliesTo").asString("User").equals("User")))
                .toList();
        return new Sku(json.path(SKU).asString(""), json.path("skuPartNumber").asString(""), plans);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
