package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Ticket.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// User migration bundles: asked for at once, there a little later, and used up from then on.
final class Subscriptions {

    static final Shape PROCESS_STATE = Shape.word("NotProcessed", "SuccessfullyProcessed", "FailureToRevoke");

    private static final Set<Scope> TICKETS = Set.of(Scope.WORKGROUP);
    private static final Duration PROCESSING = Duration.ofMinutes(2);
    private static final int MONTHS = 12;
    private static final String STATE = "SubscriptionProcessState";
    private static final Query QUERY = Query.of(
            Table.SUBSCRIPTIONS,
            Parameter.optional("Id", Shape.ID),
            Parameter.optional("ReferenceEntityId", Shape.ID),
            Parameter.optional("ReferenceEntityType", Shape.TEXT),
            Parameter.optional("ProductSkuId", Shape.ID),
            Parameter.optional("WorkgroupOrganizationId", Shape.ID),
            Parameter.optional(STATE, PROCESS_STATE),
            Parameter.optional("IsDeleted", Shape.FLAG));
    private static final List<Parameter> NEW = List.of(
            Parameter.required("ReferenceEntityType", Shape.word("CustomerEndUser")),
            Parameter.required("ReferenceEntityId", Shape.ID),
            Parameter.required("ProductSkuId", Shape.ID),
            Parameter.required("WorkgroupOrganizationId", Shape.ID));
    private static final Removal REMOVAL = new Removal(Table.SUBSCRIPTIONS, "subscription");
    private static final Query PACKS = Query.of(
            Table.PACKS,
            Parameter.required("WorkgroupOrganizationId", Shape.ID),
            Parameter.optional("ProductSkuId", Shape.ID));

    private Subscriptions() {}

    static List<Cmdlet> cmdlets() {
        return List.of(
                new Cmdlet(
                        "Get-BT_ProductSkuId",
                        Set.of(Scope.UNSCOPED, Scope.WORKGROUP, Scope.CUSTOMER),
                        List.of(Parameter.required("ProductName", Shape.NAME)),
                        (draft, _, arguments) -> sku(draft, arguments.text("ProductName"))),
                new Cmdlet(
                        "Get-MW_LicensePack",
                        Set.of(Scope.MIGRATION_WIZ),
                        PACKS.parameters(),
                        (draft, _, arguments) -> PACKS.run(draft, _ -> true, arguments)),
                new Cmdlet(
                        "Get-BT_Subscription",
                        TICKETS,
                        QUERY.parameters(),
                        (draft, _, arguments) -> QUERY.run(draft, _ -> true, arguments)),
                new Cmdlet("Add-BT_Subscription", TICKETS, NEW, (draft, _, arguments) -> add(draft, arguments)),
                new Cmdlet("Remove-BT_Subscription", TICKETS, Removal.PARAMETERS, (draft, _, arguments) -> {
                    REMOVAL.rows(draft, arguments, _ -> true).forEach(row -> remove(draft, row));
                    return List.of();
                }));
    }

    private static List<JsonNode> sku(Draft draft, String product) {
        boolean known = List.of(Workgroup.BUNDLE, Workgroup.SINGLE).contains(product)
                || draft.all(Table.PACKS)
                        .anyMatch(pack -> pack.text("ProductName").equals(product));
        if (!known) {
            throw Refusal.invalid("ProductName " + product + " is not that of a product.");
        }
        return List.of(JsonMapper.shared().getNodeFactory().stringNode(Workgroup.sku(product)));
    }

    private static List<JsonNode> add(Draft draft, Arguments arguments) {
        if (!arguments
                .text("WorkgroupOrganizationId")
                .equalsIgnoreCase(draft.workgroup().organizationId())) {
            throw Refusal.notFound("workgroup's organization", arguments.text("WorkgroupOrganizationId"));
        }
        if (!arguments.text("ProductSkuId").equalsIgnoreCase(Workgroup.sku(Workgroup.BUNDLE))) {
            throw Refusal.invalid("ProductSkuId must be that of " + Workgroup.BUNDLE + ".");
        }
        String userId = arguments.text("ReferenceEntityId").toLowerCase(Locale.ROOT);
        Row user = draft.find(Table.END_USERS, userId)
                .filter(row -> !row.flag("IsDeleted"))
                .orElseThrow(() -> Refusal.notFound("end user", userId));
        if (!user.is("SubscriptionId", Row.NIL)) {
            throw Refusal.conflict(
                    "The end user " + userId + " has the subscription " + user.text("SubscriptionId") + " already.");
        }
        List<Licences.Taken> taken = new Licences(draft).take(Workgroup.BUNDLE, 1);
        if (taken.isEmpty()) {
            throw Refusal.conflict("No licence of " + Workgroup.BUNDLE + " is left.");
        }
        return List.of(subscribe(draft, arguments, user, taken).shown());
    }

    private static Row subscribe(Draft draft, Arguments arguments, Row user, List<Licences.Taken> taken) {
        Instant end = draft.now().atOffset(ZoneOffset.UTC).plusMonths(MONTHS).toInstant();
        ObjectNode subscription = draft.blank(Table.SUBSCRIPTIONS)
                .put(STATE, "NotProcessed")
                .put("SubscriptionStartDate", draft.now().toString())
                .put("SubscriptionEndDate", end.toString())
                .put("IsDeleted", false);
        arguments.copy(subscription, NEW);
        Row.stateOf(subscription)
                .put("due", draft.now().plus(PROCESSING).toString())
                .set("taken", Licences.Taken.written(taken));
        Row row = draft.add(Table.SUBSCRIPTIONS, subscription);
        draft.change(Table.END_USERS, user, value -> value.put("SubscriptionId", row.id()));
        draft.effect("subscription %s is new for %s".formatted(row.id(), user.text("PrimaryEmailAddress")));
        return row;
    }

    /// When one that was asked for will be there.
    static Instant due(Row subscription) {
        return subscription.state().instant("due").orElseThrow();
    }

    static void process(Draft draft, Row subscription) {
        draft.change(Table.SUBSCRIPTIONS, subscription, value -> value.put(STATE, "SuccessfullyProcessed"));
        draft.find(Table.END_USERS, subscription.text("ReferenceEntityId"))
                .ifPresent(user -> draft.change(
                        Table.END_USERS, user, value -> value.put("ActiveSubscriptionId", subscription.id())));
    }

    /// What has been processed is used up for good.
    private static void remove(Draft draft, Row subscription) {
        if (subscription.is(STATE, "NotProcessed")) {
            new Licences(draft)
                    .restore(Licences.Taken.read(subscription.state().value().path("taken")));
        }
        draft.find(Table.END_USERS, subscription.text("ReferenceEntityId"))
                .ifPresent(user -> draft.change(
                        Table.END_USERS,
                        user,
                        value -> value.put("SubscriptionId", Row.NIL).put("ActiveSubscriptionId", Row.NIL)));
        REMOVAL.mark(draft, subscription);
    }

    /// True if the item's owner holds a bundle now.
    static boolean covers(Draft draft, Row item) {
        return draft.find(Table.END_USERS, item.text("CustomerEndUserId"))
                .flatMap(user -> draft.find(Table.SUBSCRIPTIONS, user.text("ActiveSubscriptionId")))
                .filter(subscription -> subscription.is(STATE, "SuccessfullyProcessed"))
                .filter(subscription -> !subscription.flag("IsDeleted"))
                .flatMap(subscription -> subscription.instant("SubscriptionEndDate"))
                .filter(draft.now()::isBefore)
                .isPresent();
    }
}
