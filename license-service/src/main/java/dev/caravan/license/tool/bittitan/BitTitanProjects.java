package dev.caravan.license.tool.bittitan;

import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.license.project.Customer;
import dev.caravan.license.project.Endpoint;
import dev.caravan.license.project.Holdings;
import dev.caravan.license.project.Label;
import dev.caravan.license.project.Project;
import dev.caravan.license.runner.Cmdlet;
import dev.caravan.license.runner.Ticket;
import dev.caravan.license.tool.Application;
import dev.caravan.license.tool.Projects;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Customers and endpoints are MSPComplete's, projects MigrationWiz's. Coexistence of two tenants is something that
/// only
/// the console can switch on, so that a project which is made here has none.
final class BitTitanProjects implements Projects {

    private static final String MICROSOFT_365 = "ExchangeOnline2";
    private static final String OF_ENDPOINT = "ManagementProxy.ManagementService.ExchangeConfiguration";
    private static final String OF_PROJECT = "MigrationProxy.WebApi.ExchangeConfiguration";

    private final Sdk sdk;

    BitTitanProjects(Sdk sdk) {
        this.sdk = sdk;
    }

    @Override
    public Outcome<Holdings> holdings(Label label, Call call) {
        return customer(label.domain(), call)
                .then(found -> found.map(customer -> holdings(customer, label, call))
                        .orElseGet(() -> Outcome.done(Holdings.NONE)));
    }

    @Override
    public Outcome<Customer> addCustomer(String primaryDomain, String companyName, Call call) {
        return sdk.workgroup(call)
                .then(workgroup -> sdk.make(
                        Cmdlet.of("Add-BT_Customer", Ticket.ACCOUNT)
                                .with("WorkgroupId", workgroup.id())
                                .with("PrimaryDomain", primaryDomain)
                                .with("CompanyName", companyName),
                        call))
                .map(BitTitanProjects::customer);
    }

    @Override
    public Outcome<Endpoint> addEndpoint(Customer customer, String name, Application application, Call call) {
        return sdk.make(
                        Sdk.ofCustomer("Add-BT_Endpoint", customer)
                                .with("Name", name)
                                .with("Type", MICROSOFT_365)
                                .with("Configuration", configuration(OF_ENDPOINT, application)),
                        call)
                .map(BitTitanProjects::endpoint);
    }

    @Override
    public Outcome<Project> addProject(Customer customer, NewProject project, Call call) {
        return sdk.make(
                        Cmdlet.of("Add-MW_MailboxConnector", Ticket.MIGRATION_WIZ)
                                .with("OrganizationId", customer.organizationId())
                                .with("Name", project.name())
                                .with("ProjectType", "Mailbox")
                                .with("ExportType", MICROSOFT_365)
                                .with("ImportType", MICROSOFT_365)
                                .with(
                                        "SelectedExportEndpointId",
                                        project.source().id())
                                .with(
                                        "SelectedImportEndpointId",
                                        project.destination().id())
                                .with("ExportConfiguration", configuration(OF_PROJECT, project.sourceApplication()))
                                .with(
                                        "ImportConfiguration",
                                        configuration(OF_PROJECT, project.destinationApplication()))
                                .with("AdvancedOptions", project.advancedOptions()),
                        call)
                .map(BitTitanProjects::project);
    }

    @Override
    public Outcome<String> removeProject(Project project, Call call) {
        return sdk.act(
                Cmdlet.of("Remove-MW_MailboxConnector", Ticket.MIGRATION_WIZ)
                        .with("Id", project.id())
                        .with("Force", true),
                call);
    }

    @Override
    public Outcome<String> removeEndpoint(Customer customer, Endpoint endpoint, Call call) {
        return sdk.act(
                Sdk.ofCustomer("Remove-BT_Endpoint", customer)
                        .with("Id", endpoint.id())
                        .with("Force", true),
                call);
    }

    @Override
    public Outcome<String> removeCustomer(Customer customer, Call call) {
        return sdk.act(
                Cmdlet.of("Remove-BT_Customer", Ticket.ACCOUNT)
                        .with("Id", customer.id())
                        .with("Force", true),
                call);
    }

    private Outcome<Optional<Customer>> customer(String domain, Call call) {
        return sdk.workgroup(call)
                .then(workgroup -> sdk.run(
                        Cmdlet.of("Get-BT_Customer", Ticket.ACCOUNT)
                                .with("WorkgroupId", workgroup.id())
                                .with("PrimaryDomain", domain)
                                .with("IsDeleted", false)
                                .with("IsArchived", false)
                                .with("RetrieveAll", true),
                        call))
                .then(found -> Sdk.only(
                        found.stream()
                                .filter(customer ->
                                        Sdk.text(customer, "PrimaryDomain").equalsIgnoreCase(domain))
                                .toList(),
                        "customer with the primary domain " + domain))
                .map(found -> found.map(BitTitanProjects::customer));
    }

    private Outcome<Holdings> holdings(Customer customer, Label label, Call call) {
        var endpoints = Sdk.ofCustomer("Get-BT_Endpoint", customer)
                .with("IsDeleted", false)
                .with("IsArchived", false)
                .with("RetrieveAll", true);
        var projects = Cmdlet.of("Get-MW_MailboxConnector", Ticket.MIGRATION_WIZ)
                .with("OrganizationId", customer.organizationId())
                .with("RetrieveAll", true);
        return sdk.run(endpoints, call)
                .then(found -> unambiguous(found, label.source(), "endpoint"))
                .then(found -> unambiguous(found, label.destination(), "endpoint"))
                .then(foundEndpoints -> sdk.run(projects, call)
                        .then(found -> unambiguous(found, label.project(), "project"))
                        .map(foundProjects -> new Holdings(
                                Optional.of(customer),
                                foundEndpoints.stream()
                                        .map(BitTitanProjects::endpoint)
                                        .toList(),
                                foundProjects.stream()
                                        .map(BitTitanProjects::project)
                                        .toList())));
    }

    private static Outcome<List<JsonNode>> unambiguous(List<JsonNode> found, String name, String what) {
        var called = found.stream()
                .filter(object -> Sdk.text(object, "Name").equals(name))
                .toList();
        return Sdk.only(called, "%s \"%s\"".formatted(what, name)).map(_ -> found);
    }

    /// Signing in as an application takes these three properties and no user's name.
    private static ObjectNode configuration(String type, Application application) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("@type", type)
                .put("UseAdministrativeCredentials", true)
                .put("ExchangeItemType", "Mail")
                .put("ModernAuthClientId", application.clientId())
                .put("ModernAuthTenantId", application.tenantId())
                .put("ModernAuthClientSecret", application.secret().reveal());
    }

    private static Customer customer(JsonNode object) {
        return new Customer(
                Sdk.text(object, "Id"), Sdk.text(object, "OrganizationId"), Sdk.text(object, "PrimaryDomain"));
    }

    private static Endpoint endpoint(JsonNode object) {
        return new Endpoint(Sdk.text(object, "Id"), Sdk.text(object, "Name"));
    }

    private static Project project(JsonNode object) {
        return new Project(Sdk.text(object, "Id"), Sdk.text(object, "Name"));
    }
}
