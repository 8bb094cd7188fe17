package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Ticket.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The people of a customer, who hold user migration bundles.
final class EndUsers {

    private static final Set<Scope> TICKETS = Set.of(Scope.CUSTOMER);
    private static final String STATE = "SubscriptionSubscriptionProcessState";
    private static final Query QUERY = Query.of(
            Table.END_USERS,
            Parameter.optional("Id", Shape.ID),
            Parameter.optional("OrganizationId", Shape.ID),
            Parameter.optional("PrimaryEmailAddress", Shape.TEXT),
            Parameter.optional("PrimaryIdentity", Shape.TEXT),
            Parameter.optional("IsArchived", Shape.FLAG),
            Parameter.optional("IsDeleted", Shape.FLAG));
    private static final List<Parameter> DETAILS = List.of(
            Parameter.optional("FirstName", Shape.TEXT),
            Parameter.optional("LastName", Shape.TEXT),
            Parameter.optional("PrimaryIdentity", Shape.TEXT),
            Parameter.optional("ExtendedProperties", Shape.MAP));
    private static final List<Parameter> NEW =
            Lists.and(DETAILS, Parameter.required("PrimaryEmailAddress", Shape.ADDRESS_TEXT));
    private static final Setting SETTING = new Setting(
            Table.END_USERS,
            "customerenduser",
            "end user",
            Lists.and(
                    DETAILS,
                    Parameter.optional("PrimaryEmailAddress", Shape.ADDRESS_TEXT),
                    Parameter.optional("IsArchived", Shape.FLAG)));

    private EndUsers() {}

    static List<Cmdlet> cmdlets() {
        return List.of(
                new Cmdlet(
                        "Get-BT_CustomerEndUser",
                        TICKETS,
                        Lists.and(QUERY.parameters(), Parameter.optional(STATE, Subscriptions.PROCESS_STATE.orMore())),
                        (draft, ticket, arguments) -> QUERY.run(
                                draft, user -> of(ticket, user) && hasState(draft, user, arguments), arguments)),
                new Cmdlet(
                        "Add-BT_CustomerEndUser",
                        TICKETS,
                        NEW,
                        (draft, ticket, arguments) -> add(draft, ticket, arguments)),
                new Cmdlet(
                        "Set-BT_CustomerEndUser",
                        TICKETS,
                        SETTING.parameters(),
                        (draft, ticket, arguments) -> set(draft, ticket, arguments)));
    }

    private static boolean of(Ticket ticket, Row user) {
        return user.is("OrganizationId", ticket.organization());
    }

    private static boolean hasState(Draft draft, Row user, Arguments arguments) {
        return !arguments.has(STATE)
                || draft.find(Table.SUBSCRIPTIONS, user.text("SubscriptionId"))
                        .filter(subscription -> arguments.all(STATE).stream()
                                .anyMatch(state -> subscription.is("SubscriptionProcessState", state.asString())))
                        .isPresent();
    }

    private static List<JsonNode> add(Draft draft, Ticket ticket, Arguments arguments) {
        requireFree(draft, ticket, arguments.text("PrimaryEmailAddress"), "");
        ObjectNode user = draft.blank(Table.END_USERS)
                .put("OrganizationId", ticket.organization())
                .put("SubscriptionId", Row.NIL)
                .put("ActiveSubscriptionId", Row.NIL)
                .put("AgentSendStatus", "NotSent")
                .put("IsArchived", false)
                .put("IsDeleted", false);
        user.putObject("ExtendedProperties");
        arguments.copy(user, NEW);
        Row row = draft.add(Table.END_USERS, user);
        draft.effect("end user %s is new: %s".formatted(row.id(), row.text("PrimaryEmailAddress")));
        return List.of(row.shown());
    }

    private static List<JsonNode> set(Draft draft, Ticket ticket, Arguments arguments) {
        Row user = SETTING.row(draft, arguments, row -> of(ticket, row));
        arguments
                .value("PrimaryEmailAddress")
                .ifPresent(address -> requireFree(draft, ticket, address.asString(), user.id()));
        return List.of(SETTING.apply(draft, user, arguments).shown());
    }

    private static void requireFree(Draft draft, Ticket ticket, String address, String id) {
        if (draft.all(Table.END_USERS)
                .anyMatch(other -> !other.is("Id", id)
                        && !other.flag("IsDeleted")
                        && of(ticket, other)
                        && other.is("PrimaryEmailAddress", address))) {
            throw Refusal.conflict("The customer has an end user with the address " + address + " already.");
        }
    }

    /// Whose item it is: the source's address counts before the destination's.
    static Optional<Row> of(Draft draft, String organizationId, String source, String destination) {
        return Stream.of(source, destination)
                .flatMap(address -> draft.all(Table.END_USERS)
                        .filter(user -> user.is("OrganizationId", organizationId)
                                && !user.flag("IsDeleted")
                                && user.is("PrimaryEmailAddress", address)))
                .findFirst();
    }
}
