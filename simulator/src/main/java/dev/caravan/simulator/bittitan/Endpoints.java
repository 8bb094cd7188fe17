package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Ticket.Scope;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Where a customer's mailboxes are reached, and as whom.
final class Endpoints {

    static final String TYPE = "ExchangeOnline2";

    private static final Set<Scope> TICKETS = Set.of(Scope.CUSTOMER);
    private static final Shape CONFIGURATION =
            Shape.configuration("ManagementProxy.ManagementService.ExchangeConfiguration");
    private static final String UNMASK = "ShouldUnmaskProperties";
    private static final Query QUERY = Query.of(
            Table.ENDPOINTS,
            Parameter.optional("Id", Shape.ID),
            Parameter.optional("OrganizationId", Shape.ID),
            Parameter.optional("Name", Shape.TEXT),
            Parameter.optional("Type", Shape.TEXT),
            Parameter.optional("IsArchived", Shape.FLAG),
            Parameter.optional("IsDeleted", Shape.FLAG));
    private static final List<Parameter> NEW = List.of(
            Parameter.required("Name", Shape.NAME),
            Parameter.required("Type", Shape.word(TYPE)),
            Parameter.required("Configuration", CONFIGURATION));
    private static final Setting SETTING = new Setting(
            Table.ENDPOINTS,
            "endpoint",
            "endpoint",
            List.of(
                    Parameter.optional("Name", Shape.NAME),
                    Parameter.optional("Type", Shape.word(TYPE)),
                    Parameter.optional("Configuration", CONFIGURATION),
                    Parameter.optional("IsArchived", Shape.FLAG)));
    private static final Removal REMOVAL = new Removal(Table.ENDPOINTS, "endpoint");

    private Endpoints() {}

    static List<Cmdlet> cmdlets() {
        return List.of(
                new Cmdlet(
                        "Get-BT_Endpoint",
                        TICKETS,
                        Lists.and(QUERY.parameters(), Parameter.optional(UNMASK, Shape.FLAG)),
                        Endpoints::get),
                new Cmdlet("Add-BT_Endpoint", TICKETS, NEW, Endpoints::add),
                new Cmdlet("Set-BT_Endpoint", TICKETS, SETTING.parameters(), Endpoints::set),
                new Cmdlet("Remove-BT_Endpoint", TICKETS, Removal.PARAMETERS, Endpoints::remove));
    }

    private static boolean of(Ticket ticket, Row endpoint) {
        return endpoint.is("OrganizationId", ticket.organization());
    }

    private static List<JsonNode> get(Draft draft, Ticket ticket, Arguments arguments) {
        if (arguments.flag(UNMASK)) {
            throw Refusal.invalid("Only a privileged ticket may use " + UNMASK + ".");
        }
        return QUERY.run(draft, endpoint -> of(ticket, endpoint), arguments);
    }

    private static List<JsonNode> add(Draft draft, Ticket ticket, Arguments arguments) {
        requireFree(draft, ticket, arguments.text("Name"), "");
        var endpoint = draft.blank(Table.ENDPOINTS)
                .put("OrganizationId", ticket.organization())
                .put("IsArchived", false)
                .put("IsDeleted", false);
        arguments.copy(endpoint, NEW);
        Row row = draft.add(Table.ENDPOINTS, endpoint);
        draft.effect("endpoint %s is new: %s".formatted(row.id(), row.text("Name")));
        return List.of(row.shown());
    }

    private static List<JsonNode> set(Draft draft, Ticket ticket, Arguments arguments) {
        Row endpoint = SETTING.row(draft, arguments, row -> of(ticket, row));
        arguments.value("Name").ifPresent(name -> requireFree(draft, ticket, name.asString(), endpoint.id()));
        return List.of(SETTING.apply(draft, endpoint, arguments).shown());
    }

    private static void requireFree(Draft draft, Ticket ticket, String name, String id) {
        if (draft.all(Table.ENDPOINTS)
                .anyMatch(other -> !other.is("Id", id)
                        && !other.flag("IsDeleted")
                        && of(ticket, other)
                        && other.is("Name", name))) {
            throw Refusal.conflict("The customer has an endpoint with the name " + name + " already.");
        }
    }

    private static List<JsonNode> remove(Draft draft, Ticket ticket, Arguments arguments) {
        for (Row endpoint : REMOVAL.rows(draft, arguments, row -> of(ticket, row))) {
            if (draft.all(Table.PROJECTS)
                    .anyMatch(project -> project.is("SelectedExportEndpointId", endpoint.id())
                            || project.is("SelectedImportEndpointId", endpoint.id()))) {
                throw Refusal.conflict("The endpoint " + endpoint.id() + " is used by a project.");
            }
            REMOVAL.mark(draft, endpoint);
        }
        return List.of();
    }
}
