package dev.caravan.simulator.bittitan;

import dev.caravan.simulator.bittitan.Ticket.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Projects, which BitTitan calls mailbox connectors: two endpoints, options, and items.
final class Projects {

    static final String ID = "ConnectorId";

    private static final Set<Scope> TICKETS = Set.of(Scope.MIGRATION_WIZ);
    private static final Shape CONFIGURATION = Shape.configuration("MigrationProxy.WebApi.ExchangeConfiguration");
    private static final Shape POSITIVE = Shape.number(1, Integer.MAX_VALUE);
    private static final int SIMULTANEOUS = 100;
    private static final int FAILURES = 100;
    private static final int PURGE_DAYS = 180;
    private static final int RATE_MILLIS = 600_000;
    private static final Query QUERY = Query.of(
            Table.PROJECTS,
            Parameter.optional("Id", Shape.ID),
            Parameter.optional("OrganizationId", Shape.ID),
            Parameter.optional("Name", Shape.TEXT),
            Parameter.optional("ProjectType", Shape.TEXT),
            Parameter.optional("SelectedExportEndpointId", Shape.ID),
            Parameter.optional("SelectedImportEndpointId", Shape.ID));
    private static final List<Parameter> OPTIONS = List.of(
            Parameter.optional("AdvancedOptions", Shape.TEXT),
            Parameter.optional("FolderFilter", Shape.TEXT),
            Parameter.optional("Flags", Shape.TEXT),
            Parameter.optional("DisabledMailboxItemTypes", Shape.words(ItemType.WORDS)),
            Parameter.optional(
                    "ZoneRequirement",
                    Shape.word(
                            "NorthAmerica",
                            "WesternEurope",
                            "NorthernEurope",
                            "AsiaPacific",
                            "Australia",
                            "Japan",
                            "SouthAmerica",
                            "Canada",
                            "France",
                            "SouthAfrica",
                            "China")),
            Parameter.optional("MaximumSimultaneousMigrations", POSITIVE),
            Parameter.optional("MaximumItemFailures", Shape.number(0, Integer.MAX_VALUE)),
            Parameter.optional("PurgePeriod", POSITIVE),
            Parameter.optional("MaxLicensesToConsume", POSITIVE),
            Parameter.optional("MaximumDataTransferRate", POSITIVE),
            Parameter.optional("MaximumDataTransferRateDuration", POSITIVE),
            Parameter.optional("ItemStartDate", Shape.INSTANT),
            Parameter.optional("ItemEndDate", Shape.INSTANT));
    private static final List<Parameter> NEW = Lists.and(
            OPTIONS,
            Parameter.optional("UserId", Shape.ID),
            Parameter.required("OrganizationId", Shape.ID),
            Parameter.required("Name", Shape.NAME),
            Parameter.required("ProjectType", Shape.word("Mailbox")),
            Parameter.required("ExportType", Shape.word(Endpoints.TYPE)),
            Parameter.required("ImportType", Shape.word(Endpoints.TYPE)),
            Parameter.required("SelectedExportEndpointId", Shape.ID),
            Parameter.required("SelectedImportEndpointId", Shape.ID),
            Parameter.required("ExportConfiguration", CONFIGURATION),
            Parameter.required("ImportConfiguration", CONFIGURATION));
    private static final Setting SETTING = new Setting(
            Table.PROJECTS,
            "mailboxconnector",
            "project",
            Lists.and(
                    OPTIONS,
                    Parameter.optional("Name", Shape.NAME),
                    Parameter.optional("SelectedExportEndpointId", Shape.ID),
                    Parameter.optional("SelectedImportEndpointId", Shape.ID),
                    Parameter.optional("ExportConfiguration", CONFIGURATION),
                    Parameter.optional("ImportConfiguration", CONFIGURATION)));
    private static final Removal REMOVAL = new Removal(Table.PROJECTS, "project");

    private Projects() {}

    static List<Cmdlet> cmdlets() {
        return List.of(
                new Cmdlet(
                        "Get-MW_MailboxConnector",
                        TICKETS,
                        QUERY.parameters(),
                        (draft, _, arguments) -> QUERY.run(draft, _ -> true, arguments)),
                new Cmdlet("Add-MW_MailboxConnector", TICKETS, NEW, (draft, _, arguments) -> add(draft, arguments)),
                new Cmdlet(
                        "Set-MW_MailboxConnector",
                        TICKETS,
                        SETTING.parameters(),
                        (draft, _, arguments) -> set(draft, arguments)),
                new Cmdlet("Remove-MW_MailboxConnector", TICKETS, Removal.PARAMETERS, (draft, _, arguments) -> {
                    REMOVAL.rows(draft, arguments, _ -> true).forEach(project -> remove(draft, project));
                    return List.of();
                }));
    }

    /// @throws Refusal if there is none
    static Row find(Draft draft, String id) {
        return draft.find(Table.PROJECTS, id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.notFound("project", id));
    }

    private static List<JsonNode> add(Draft draft, Arguments arguments) {
        requireUser(draft, arguments);
        String organization = arguments.text("OrganizationId").toLowerCase(Locale.ROOT);
        if (draft.all(Table.CUSTOMERS)
                .noneMatch(customer -> customer.is("OrganizationId", organization) && !customer.flag("IsDeleted"))) {
            throw Refusal.notFound("customer's organization", organization);
        }
        requireFree(draft, organization, arguments.text("Name"), "");
        requireEndpoints(draft, organization, arguments);
        ObjectNode project = draft.blank(Table.PROJECTS)
                .put("UserId", draft.workgroup().userId())
                .put("AdvancedOptions", "")
                .put("FolderFilter", "")
                .put("Flags", "")
                .putNull("DisabledMailboxItemTypes")
                .put("ZoneRequirement", "NorthAmerica")
                .put("MaximumSimultaneousMigrations", SIMULTANEOUS)
                .put("MaximumItemFailures", FAILURES)
                .put("PurgePeriod", PURGE_DAYS)
                .put("MaxLicensesToConsume", 1)
                .put("MaximumDataTransferRate", Integer.MAX_VALUE)
                .put("MaximumDataTransferRateDuration", RATE_MILLIS)
                .put("ItemStartDate", Passes.BEGINNING.toString())
                .put("ItemEndDate", Passes.END.toString());
        arguments.copy(project, NEW);
        Row row = draft.add(Table.PROJECTS, checked(project.put("OrganizationId", organization)));
        draft.effect("project %s is new: %s".formatted(row.id(), row.text("Name")));
        return List.of(row.shown());
    }

    /// The sum that tells two configurations apart without showing their secrets.
    private static ObjectNode checked(ObjectNode project) {
        for (String side : List.of("Export", "Import")) {
            byte[] configuration =
                    project.path(side + "Configuration").toString().getBytes(StandardCharsets.UTF_8);
            project.put(
                    side + "ConfigurationChecksum",
                    UUID.nameUUIDFromBytes(configuration).toString());
        }
        return project;
    }

    static void requireUser(Draft draft, Arguments arguments) {
        if (arguments.has("UserId")
                && !arguments.text("UserId").equalsIgnoreCase(draft.workgroup().userId())) {
            throw Refusal.invalid("UserId must be that of the ticket.");
        }
    }

    private static void requireFree(Draft draft, String organization, String name, String id) {
        if (draft.all(Table.PROJECTS)
                .anyMatch(other ->
                        !other.is("Id", id) && other.is("OrganizationId", organization) && other.is("Name", name))) {
            throw Refusal.conflict("The customer has a project with the name " + name + " already.");
        }
    }

    private static void requireEndpoints(Draft draft, String organization, Arguments arguments) {
        for (String side : List.of("SelectedExportEndpointId", "SelectedImportEndpointId")) {
            String id = arguments.text(side);
            boolean there = draft.find(Table.ENDPOINTS, id.toLowerCase(Locale.ROOT))
                    .filter(endpoint -> !endpoint.flag("IsDeleted") && endpoint.is("OrganizationId", organization))
                    .isPresent();
            if (arguments.has(side) && !there) {
                throw Refusal.notFound("endpoint of the customer", id);
            }
        }
    }

    private static List<JsonNode> set(Draft draft, Arguments arguments) {
        Row project = SETTING.row(draft, arguments, _ -> true);
        String organization = project.text("OrganizationId");
        arguments.value("Name").ifPresent(name -> requireFree(draft, organization, name.asString(), project.id()));
        requireEndpoints(draft, organization, arguments);
        Row changed = SETTING.apply(draft, project, arguments);
        Row checked = changed.with(Projects::checked);
        return List.of(draft.keep(Table.PROJECTS, checked).shown());
    }

    /// Items, passes and single-use licences go with it.
    private static void remove(Draft draft, Row project) {
        items(draft, project).toList().forEach(item -> Items.remove(draft, item));
        REMOVAL.forget(draft, project);
    }

    private static Stream<Row> items(Draft draft, Row project) {
        return draft.all(Table.ITEMS).filter(item -> item.is(ID, project.id()));
    }
}
