package dev.caravan.simulator.graph;

import dev.caravan.simulator.tenants.Change;
import dev.caravan.simulator.tenants.MailboxLife;
import dev.caravan.simulator.tenants.Units;
import dev.caravan.simulator.world.JsonLine;
import dev.caravan.simulator.world.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives users licences and takes them away; a mailbox comes and goes with the plans that have one.
record Licensing(Change change) {

    private static final String ADD = "addLicenses";
    private static final String REMOVE = "removeLicenses";
    private static final String ASSIGNED = "assignedLicenses";
    private static final String SKU = "skuId";
    private static final String DISABLED = "disabledPlans";
    private static final Pattern MAILBOX_PLAN =
            Pattern.compile("EXCHANGE_[SBL]_(STANDARD|ENTERPRISE|DESKLESS|ESSENTIALS).*");

    GraphAnswer assign(GraphRequest request) {
        JsonNode body = request.body();
        requireBoth(body);
        JsonLine user = new Entities(change).user(request.path().get(1));
        String id = user.text("id").orElse("");
        boolean had = hasMailbox(user);
        Map<String, Set<String>> licences = licences(user);
        for (JsonNode sku : body.path(REMOVE)) {
            remove(licences, sku.asString(""));
        }
        for (JsonNode licence : body.path(ADD)) {
            add(user, licences, licence);
        }
        keep(user, licences);
        JsonLine licensed = new Entities(change).user(id);
        if (hasMailbox(licensed)) {
            new MailboxLife(change).give(id);
        } else if (had) {
            new MailboxLife(change).take(id);
        }
        return answer(request, new Entities(change).user(id));
    }

    private static GraphAnswer answer(GraphRequest request, JsonLine user) {
        GraphAnswer answer = Entities.answer(200, request, "users", EntityType.USER, user.value());
        ((ObjectNode) answer.body()).set(ASSIGNED, user.value().path(ASSIGNED));
        return answer;
    }

    private static void requireBoth(JsonNode body) {
        List<String> missing = List.of(ADD, REMOVE).stream()
                .filter(parameter -> !body.path(parameter).isArray())
                .toList();
        if (!missing.isEmpty()) {
            throw GraphError.refused("One or more parameters of the operation 'assignLicense' are missing from the"
                    + " request payload. The missing parameters are: " + String.join(", ", missing) + ".");
        }
    }

    /// The plans that are switched off, by licence.
    private static Map<String, Set<String>> licences(JsonLine user) {
        Map<String, Set<String>> licences = new LinkedHashMap<>();
        user.value()
                .path(ASSIGNED)
                .forEach(licence -> licences.put(licence.path(SKU).asString(""), texts(licence.path(DISABLED))));
        return licences;
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.asString("")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void remove(Map<String, Set<String>> licences, String sku) {
        if (licences.remove(sku) == null) {
            throw GraphError.refused("User does not have a corresponding license.");
        }
        new Units(change).release(sku);
    }

    private void add(JsonLine user, Map<String, Set<String>> licences, JsonNode licence) {
        String sku = licence.path(SKU).asString("");
        Units units = new Units(change);
        JsonLine subscription = units.subscription(sku)
                .orElseThrow(() ->
                        GraphError.refused("License " + sku + " does not correspond to a valid company License."));
        Set<String> disabled = texts(licence.path(DISABLED));
        Set<String> plans = subscription
                .value()
                .path("servicePlans")
                .valueStream()
                .map(plan -> plan.path("servicePlanId").asString(""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!plans.containsAll(disabled)) {
            throw GraphError.refused("Disabled plans of license " + sku + " are not plans of it: " + disabled + ".");
        }
        if (user.text("usageLocation").filter(place -> !place.isBlank()).isEmpty()) {
            throw GraphError.refused("License assignment cannot be done for user with invalid usage location.");
        }
        if (!licences.containsKey(sku)) {
            requireUnit(sku);
            units.consume(sku);
        }
        licences.put(sku, disabled);
    }

    private void requireUnit(String sku) {
        Units units = new Units(change);
        if (units.subscription(sku).filter(units::areFree).isEmpty()) {
            throw GraphError.refused("Subscription with SKU " + sku + " does not have any available licenses.");
        }
    }

    /// Refuses a user whose licences others have meanwhile.
    void requireUnits(JsonLine user) {
        licences(user).keySet().forEach(this::requireUnit);
    }

    private void keep(JsonLine user, Map<String, Set<String>> licences) {
        if (licences.equals(licences(user))) {
            return;
        }
        ObjectNode value = ((ObjectNode) user.value()).deepCopy();
        ArrayNode list = value.putArray(ASSIGNED);
        licences.forEach((sku, disabled) -> {
            ArrayNode plans = list.addObject().put(SKU, sku).putArray(DISABLED);
            disabled.forEach(plans::add);
        });
        change.replace(Kind.USERS, user, value);
        change.effect(
                "user %s: licences were %s and are %s".formatted(user.text("id").orElse(""), licences(user), licences));
    }

    /// True if a licence of the user has a plan with a mailbox that is not switched off.
    boolean hasMailbox(JsonLine user) {
        return licences(user).entrySet().stream()
                .anyMatch(licence -> new Units(change)
                        .subscription(licence.getKey())
                        .filter(subscription -> subscription
                                .value()
                                .path("servicePlans")
                                .valueStream()
                                .filter(plan -> MAILBOX_PLAN
                                        .matcher(plan.path("servicePlanName").asString(""))
                                        .matches())
                                .anyMatch(plan -> !licence.getValue()
                                        .contains(plan.path("servicePlanId").asString(""))))
                        .isPresent());
    }
}
