package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Ticket.Scope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The workgroup and its customers.
final class Customers {

    private static final Set<Scope> TICKETS = Set.of(Scope.UNSCOPED, Scope.WORKGROUP);
    private static final Query WORKGROUPS = Query.of(
            Table.CUSTOMERS,
            Parameter.optional("Id", Shape.ID),
            Parameter.optional("Name", Shape.TEXT),
            Parameter.optional("WorkgroupOrganizationId", Shape.ID),
            Parameter.optional("CreatedBySystemUserId", Shape.ID),
            Parameter.optional("IsDeleted", Shape.FLAG));
    private static final Query CUSTOMERS = Query.of(
            Table.CUSTOMERS,
            Parameter.optional("Id", Shape.ID),
            Parameter.optional("OrganizationId", Shape.ID),
            Parameter.optional("WorkgroupId", Shape.ID),
            Parameter.optional("PrimaryDomain", Shape.TEXT),
            Parameter.optional("CompanyName", Shape.TEXT),
            Parameter.optional("IsArchived", Shape.FLAG),
            Parameter.optional("IsDeleted", Shape.FLAG));
    private static final List<Parameter> DETAILS = List.of(
            Parameter.optional("CountryName", Shape.TEXT),
            Parameter.optional("CityName", Shape.TEXT),
            Parameter.optional("IndustryType", Shape.TEXT),
            Parameter.optional("CompanySize", Shape.TEXT),
            Parameter.optional("ExtendedProperties", Shape.MAP));
    private static final List<Parameter> NEW = Lists.and(
            DETAILS,
            Parameter.required("WorkgroupId", Shape.ID),
            Parameter.required("PrimaryDomain", Shape.NAME),
            Parameter.required("CompanyName", Shape.NAME));
    private static final Setting SETTING = new Setting(
            Table.CUSTOMERS,
            "customer",
            "customer",
            Lists.and(
                    DETAILS,
                    Parameter.optional("PrimaryDomain", Shape.NAME),
                    Parameter.optional("CompanyName", Shape.NAME),
                    Parameter.optional("IsArchived", Shape.FLAG)));
    private static final Removal REMOVAL = new Removal(Table.CUSTOMERS, "customer");

    private Customers() {}

    static List<Cmdlet> cmdlets() {
        return List.of(
                new Cmdlet(
                        "Get-BT_Workgroup",
                        TICKETS,
                        WORKGROUPS.parameters(),
                        (draft, _, arguments) -> WORKGROUPS.of(
                                java.util.stream.Stream.of(draft.workgroup().shown()), arguments, Row::shown)),
                new Cmdlet(
                        "Get-BT_Customer",
                        TICKETS,
                        CUSTOMERS.parameters(),
                        (draft, _, arguments) -> CUSTOMERS.run(draft, _ -> true, arguments)),
                new Cmdlet("Add-BT_Customer", TICKETS, NEW, (draft, _, arguments) -> add(draft, arguments)),
                new Cmdlet(
                        "Set-BT_Customer",
                        TICKETS,
                        SETTING.parameters(),
                        (draft, _, arguments) -> set(draft, arguments)),
                new Cmdlet("Remove-BT_Customer", TICKETS, Removal.PARAMETERS, (draft, _, arguments) -> {
                    REMOVAL.rows(draft, arguments, _ -> true).forEach(customer -> remove(draft, customer));
                    return List.of();
                }));
    }

    private static List<JsonNode> add(Draft draft, Arguments arguments) {
        if (!arguments.text("WorkgroupId").equalsIgnoreCase(draft.workgroup().id())) {
            throw Refusal.notFound("workgroup", arguments.text("WorkgroupId"));
        }
        requireFree(draft, arguments.text("PrimaryDomain"), "");
        ObjectNode customer = draft.blank(Table.CUSTOMERS)
                .put("OrganizationId", UUID.randomUUID().toString())
                .put("SystemUserId", UUID.randomUUID().toString())
                .put("IsArchived", false)
                .put("IsDeleted", false);
        customer.putObject("ExtendedProperties");
        arguments.copy(customer, NEW);
        Row row = draft.add(
                Table.CUSTOMERS, customer.put("WorkgroupId", draft.workgroup().id()));
        draft.effect("customer %s is new: %s".formatted(row.id(), row.text("PrimaryDomain")));
        return List.of(row.shown());
    }

    private static List<JsonNode> set(Draft draft, Arguments arguments) {
        Row customer = SETTING.row(draft, arguments, _ -> true);
        arguments.value("PrimaryDomain").ifPresent(domain -> requireFree(draft, domain.asString(), customer.id()));
        return List.of(SETTING.apply(draft, customer, arguments).shown());
    }

    private static void requireFree(Draft draft, String domain, String id) {
        if (draft.all(Table.CUSTOMERS)
                .anyMatch(other ->
                        !other.is("Id", id) && !other.flag("IsDeleted") && other.is("PrimaryDomain", domain))) {
            throw Refusal.conflict("There is a customer with the primary domain " + domain + " already.");
        }
    }

    private static void remove(Draft draft, Row customer) {
        String organization = customer.text("OrganizationId");
        if (draft.all(Table.PROJECTS).anyMatch(project -> project.is("OrganizationId", organization))) {
            throw Refusal.conflict("The customer " + customer.id() + " still has projects.");
        }
        REMOVAL.mark(draft, customer);
    }
}
