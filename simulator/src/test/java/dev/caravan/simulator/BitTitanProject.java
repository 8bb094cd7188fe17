package dev.caravan.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A customer with endpoints to both tenants of the sample world and a project between them.
final class BitTitanProject {

    static final String SOURCE = "bjorn.abel@fabrikam.example";
    static final String DESTINATION = "zoe.lund@contoso.onmicrosoft.com";

    final RunningSimulator simulator;
    final BitTitanRunner runner;
    final JsonNode workgroup;
    final JsonNode customer;
    final String ticket;
    final JsonNode source;
    final JsonNode destination;
    final JsonNode project;

    BitTitanProject(RunningSimulator simulator, BitTitanRunner runner) {
        this(simulator, runner, Map.of());
    }

    /// @param options of the project
    BitTitanProject(RunningSimulator simulator, BitTitanRunner runner, Map<String, ?> options) {
        this.simulator = simulator;
        this.runner = runner;
        simulator.post("/sim/clock/start", "");
        workgroup = runner.one("Get-BT_Workgroup", "bt", Map.of());
        customer = runner.one(
                "Add-BT_Customer",
                "bt",
                Map.of("WorkgroupId", id(workgroup), "PrimaryDomain", "fabrikam.example", "CompanyName", "Fabrikam"));
        ticket = "customer:" + customer.path("OrganizationId").asString();
        source = endpoint("Fabrikam", configuration("source", CloudTenant.source(simulator)));
        destination = endpoint("Contoso", configuration("destination", CloudTenant.destination(simulator)));
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "OrganizationId",
                customer.path("OrganizationId").asString(),
                "Name",
                "First wave",
                "ProjectType",
                "Mailbox",
                "ExportType",
                "ExchangeOnline2",
                "ImportType",
                "ExchangeOnline2",
                "SelectedExportEndpointId",
                id(source),
                "SelectedImportEndpointId",
                id(destination),
                "ExportConfiguration",
                Map.of("@type", "MigrationProxy.WebApi.ExchangeConfiguration", "ExchangeItemType", "Mail"),
                "ImportConfiguration",
                Map.of("@type", "MigrationProxy.WebApi.ExchangeConfiguration", "ExchangeItemType", "Mail")));
        parameters.putAll(options);
        project = runner.one("Add-MW_MailboxConnector", "mw", parameters);
    }

    private BitTitanProject(BitTitanProject before, RunningSimulator simulator, BitTitanRunner runner) {
        this.simulator = simulator;
        this.runner = runner;
        workgroup = before.workgroup;
        customer = before.customer;
        ticket = before.ticket;
        source = before.source;
        destination = before.destination;
        project = before.project;
    }

    /// The same project in a simulator that was started again.
    BitTitanProject over(RunningSimulator again, BitTitanRunner connection) {
        return new BitTitanProject(this, again, connection);
    }

    static String id(JsonNode row) {
        return row.path("Id").asString();
    }

    Map<String, Object> configuration(String side, CloudTenant tenant) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put("@type", BitTitanRunner.EXCHANGE);
        configuration.put("UseAdministrativeCredentials", true);
        configuration.put("ModernAuthClientId", SourceTenant.APPLICATION);
        configuration.put("ModernAuthTenantId", tenant.id());
        configuration.put("ModernAuthClientSecret", simulator.secret("fabrikam-to-contoso-" + side + "-app"));
        return configuration;
    }

    private JsonNode endpoint(String name, Map<String, Object> configuration) {
        return runner.one(
                "Add-BT_Endpoint",
                ticket,
                Map.of("Name", name, "Type", "ExchangeOnline2", "Configuration", configuration));
    }

    JsonNode item() {
        return item(SOURCE, DESTINATION);
    }

    JsonNode item(String from, String to) {
        return runner.one(
                "Add-MW_Mailbox",
                "mw",
                Map.of("ConnectorId", id(project), "ExportEmailAddress", from, "ImportEmailAddress", to));
    }

    JsonNode endUser(String address) {
        return runner.one("Add-BT_CustomerEndUser", ticket, Map.of("PrimaryEmailAddress", address));
    }

    /// Gives an end user a bundle, and waits for it.
    void bundle(String address) {
        JsonNode user = endUser(address);
        runner.one("Add-BT_Subscription", "workgroup:" + id(workgroup), subscription(user));
        simulator.pass(Duration.ofMinutes(3));
    }

    Map<String, Object> subscription(JsonNode user) {
        return Map.of(
                "ReferenceEntityType",
                "CustomerEndUser",
                "ReferenceEntityId",
                id(user),
                "ProductSkuId",
                runner.one("Get-BT_ProductSkuId", "bt", Map.of("ProductName", "MspcEndUserYearlySubscription"))
                        .asString(),
                "WorkgroupOrganizationId",
                workgroup.path("WorkgroupOrganizationId").asString());
    }

    Map<String, Object> pass(JsonNode item, String type, Map<String, ?> more) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "ConnectorId", id(project), "MailboxId", id(item), "Type", type, "Status", "Submitted", "Priority", 1));
        parameters.putAll(more);
        return parameters;
    }

    JsonNode submit(JsonNode item, String type, Map<String, ?> more) {
        return runner.one("Add-MW_MailboxMigration", "mw", pass(item, type, more));
    }

    /// The latest pass of an item once it has ended.
    JsonNode finished(JsonNode item) {
        for (JsonNode due = due(); due.isString(); due = due()) {
            simulator.pass(
                    Duration.between(now(), Instant.parse(due.asString())).plusMillis(1));
        }
        runner.hello(simulator.secret(BitTitanRunner.CREDENTIAL));
        return latest(item);
    }

    JsonNode run(JsonNode item, String type, Map<String, ?> more) {
        submit(item, type, more);
        return finished(item);
    }

    JsonNode latest(JsonNode item) {
        return runner.one(
                "Get-MW_MailboxMigration",
                "mw",
                Map.of("MailboxId", id(item), "SortBy_CreateDate_Descending", true, "PageSize", 1));
    }

    private JsonNode due() {
        return simulator.get("/sim/pace").json().path("nextDue");
    }

    Instant now() {
        return Instant.parse(simulator.get("/sim/clock").json().path("now").asString());
    }

    /// How many items a mailbox of the destination holds.
    long items(String address) {
        return CloudTenant.destination(simulator)
                .invoke("Get-MailboxStatistics", "{\"Identity\": \"" + address + "\"}")
                .json()
                .path("value")
                .path(0)
                .path("ItemCount")
                .asLong();
    }
}
