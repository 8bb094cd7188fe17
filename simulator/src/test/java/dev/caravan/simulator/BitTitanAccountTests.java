package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.ports.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What an account lets its callers see, add and change.
class BitTitanAccountTests {

    private static final String SMALL = "farid.sato@fabrikam.example";

    @TempDir
    Path directory;

    private final int port = FreePort.find();
    private RunningSimulator simulator;
    private BitTitanRunner runner;

    @BeforeEach
    void start() {
        start(SampleWorld.FOLDER);
    }

    private void start(Path world) {
        simulator = new RunningSimulator(
                directory.resolve("data-" + world.getFileName().hashCode() + world.hashCode()),
                Map.of(
                        "simulator.bittitan.port",
                        port,
                        "simulator.mail.interval",
                        "0",
                        "simulator.bittitan.item-errors",
                        0,
                        "simulator.bittitan.failures",
                        0),
                world);
        runner = BitTitanRunner.at(port);
        runner.hello(simulator
                .get("/sim/credentials")
                .json()
                .path(BitTitanRunner.CREDENTIAL)
                .asString(""));
    }

    @AfterEach
    void end() {
        runner.close();
        simulator.close();
    }

    private static String id(JsonNode row) {
        return BitTitanProject.id(row);
    }

    @Test
    void a_wrong_password_is_no_sign_in() {
        try (BitTitanRunner stranger = BitTitanRunner.at(port)) {
            // When
            JsonNode hello = stranger.hello("wrong");
            String refusal = stranger.refusal("Get-BT_Workgroup", "bt", Map.of());
            // Then
            assertThat(hello.path("error").path("kind").asString()).isEqualTo("AUTH");
            assertThat(refusal).isEqualTo("AUTH: Nobody has signed in yet.");
            assertThat(simulator.get("/sim/calls").body()).doesNotContain("\"password\":\"wrong\"");
        }
    }

    @Test
    void tickets_expire_after_twelve_hours() {
        // Given
        simulator.post("/sim/clock/start", "");
        simulator.pass(Duration.ofHours(12));
        // When
        String expired = runner.refusal("Get-BT_Workgroup", "bt", Map.of());
        JsonNode hello = runner.hello(simulator.secret(BitTitanRunner.CREDENTIAL));
        // Then
        assertThat(expired).isEqualTo("AUTH: The tickets have expired.");
        assertThat(hello.path("data").path("module").asString()).isEqualTo("0.0.144");
        assertThat(runner.run("Get-BT_Workgroup", "bt", Map.of())).hasSize(1);
    }

    @Test
    void a_world_without_an_account_lets_nobody_in() throws IOException {
        // Given
        end();
        Path world = SampleWorld.copyTo(directory);
        java.nio.file.Files.delete(world.resolve("bittitan.json"));
        // When
        start(world);
        // Then
        assertThat(runner.refusal("Get-BT_Workgroup", "bt", Map.of())).startsWith("AUTH: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no JSON | A request must be JSON in one line.
            {} | A request must be an object with an id, which is a text.
            {"id": "1"} | A request has an id and either hello, or cmdlet, ticket and parameters.
            {"id": "1", "cmdlet": "Get-It", "ticket": "bt"} | The term 'Get-It' is not recognized as the name of a cmdlet.
            {"id": "1", "cmdlet": "Get-BT_Customer", "ticket": "bt", "verbose": true} | A request has no property verbose.
            {"id": "1", "cmdlet": "Get-BT_Customer", "ticket": "bt", "parameters": {"Nmae": "x"}} \
            | A parameter cannot be found that matches parameter name 'Nmae' of Get-BT_Customer.
            {"id": "1", "cmdlet": "Get-BT_Customer", "ticket": "bt", "parameters": {"Id": "x"}} \
            | Cannot bind parameter 'Id': it must be a GUID, or a list of them.
            {"id": "1", "cmdlet": "Get-BT_Customer", "ticket": "bt", "parameters": {"PageSize": 101}} \
            | Cannot bind parameter 'PageSize': it must be a whole number from 1 to 100.
            {"id": "1", "cmdlet": "Add-BT_Customer", "ticket": "bt", "parameters": {"CompanyName": "x"}} \
            | Add-BT_Customer lacks the mandatory parameters WorkgroupId, PrimaryDomain.
            {"id": "1", "cmdlet": "Get-BT_Customer", "ticket": "all"} \
            | ticket must be bt, mw, workgroup:<workgroup id> or customer:<organization id>, but is all
            """)
    void what_cannot_be_understood_is_refused_by_name(String request, String message) {
        // When
        JsonNode error = runner.send(request).path("error");
        // Then
        assertThat(error.path("kind").asString()).isEqualTo("VALIDATION");
        assertThat(error.path("message").asString()).isEqualTo(message);
    }

    @Test
    void a_ticket_of_another_scope_sees_nothing_and_writes_nothing() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        // When
        JsonNode seen = runner.run("Get-BT_Endpoint", "mw", Map.of());
        String refusal = runner.refusal("Remove-BT_Endpoint", "bt", Map.of("Id", id(project.source)));
        // Then
        assertThat(seen).isEmpty();
        assertThat(refusal).isEqualTo("VALIDATION: The ticket bt does not allow Remove-BT_Endpoint.");
        assertThat(runner.run("Get-BT_Endpoint", project.ticket, Map.of())).hasSize(2);
    }

    @Test
    void there_is_one_of_each_name_and_pair() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        project.item();
        project.endUser("someone@fabrikam.example");
        // When
        List<String> refusals = List.of(
                runner.refusal(
                        "Add-BT_Customer",
                        "bt",
                        Map.of(
                                "WorkgroupId",
                                id(project.workgroup),
                                "PrimaryDomain",
                                "fabrikam.example",
                                "CompanyName",
                                "Other")),
                runner.refusal(
                        "Add-MW_Mailbox",
                        "mw",
                        Map.of(
                                "ConnectorId",
                                id(project.project),
                                "ExportEmailAddress",
                                BitTitanProject.SOURCE,
                                "ImportEmailAddress",
                                BitTitanProject.DESTINATION)),
                runner.refusal(
                        "Add-BT_CustomerEndUser",
                        project.ticket,
                        Map.of("PrimaryEmailAddress", "someone@fabrikam.example")),
                runner.refusal(
                        "Add-BT_Endpoint",
                        project.ticket,
                        Map.of(
                                "Name",
                                "Fabrikam",
                                "Type",
                                "ExchangeOnline2",
                                "Configuration",
                                Map.of("@type", BitTitanRunner.EXCHANGE))));
        // Then
        assertThat(refusals).allMatch(refusal -> refusal.startsWith("CONFLICT: "));
    }

    @Test
    void secrets_are_masked_wherever_they_show() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        String secret = simulator.secret(SourceTenant.APP);
        // When
        runner.one(
                "Set-MW_MailboxConnector",
                "mw",
                Map.of(
                        "mailboxconnector",
                        Map.of("Id", id(project.project)),
                        "AdvancedOptions",
                        "ModernAuthClientSecretExport=" + secret + " UseEwsImportImpersonation=1"));
        // Then
        assertThat(runner.run("Get-BT_Endpoint", project.ticket, Map.of()).toString())
                .doesNotContain(secret)
                .contains("\"ModernAuthClientSecret\":\"***\"");
        assertThat(simulator.get("/sim/calls").body()).doesNotContain(secret);
    }

    @Test
    void ids_mean_the_same_in_any_letter_case() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item();
        // When
        runner.one(
                "Set-MW_MailboxConnector",
                "mw",
                Map.of(
                        "mailboxconnector",
                        Map.of("Id", id(project.project).toUpperCase(java.util.Locale.ROOT)),
                        "SelectedExportEndpointId",
                        id(project.source).toUpperCase(java.util.Locale.ROOT)));
        JsonNode pass = project.run(item, "Verification", Map.of());
        // Then
        assertThat(pass.path("Status").asString()).isEqualTo("Completed");
    }

    @Test
    void an_object_that_somebody_else_has_changed_meanwhile_is_refused() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode read = project.item();
        Map<String, Object> change = Map.of(
                "mailbox",
                Map.of("Id", id(read), "Version", read.path("Version").asInt()),
                "Categories",
                ";tag-1;");
        // When
        JsonNode changed = runner.one("Set-MW_Mailbox", "mw", change);
        String refusal = runner.refusal("Set-MW_Mailbox", "mw", change);
        // Then
        assertThat(changed.path("Categories").asString()).isEqualTo(";tag-1;");
        assertThat(refusal).startsWith("CONFLICT: ").endsWith("has been changed since it was read.");
    }

    @Test
    void what_is_removed_is_gone_with_all_that_hangs_on_it() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item();
        project.run(item, "Verification", Map.of());
        String inUse = runner.refusal("Remove-BT_Endpoint", project.ticket, Map.of("Id", id(project.source)));
        // When
        runner.run("Remove-MW_MailboxConnector", "mw", Map.of("Id", id(project.project), "Force", true));
        runner.run("Remove-BT_Endpoint", project.ticket, Map.of("Id", id(project.source), "Force", true));
        // Then
        assertThat(inUse).startsWith("CONFLICT: ");
        assertThat(runner.run("Get-MW_Mailbox", "mw", Map.of("RetrieveAll", true)))
                .isEmpty();
        assertThat(runner.run("Get-MW_MailboxMigration", "mw", Map.of("MailboxId", id(item))))
                .isEmpty();
        assertThat(runner.run("Get-BT_Endpoint", project.ticket, Map.of("IsDeleted", "False")))
                .hasSize(1);
        assertThat(runner.run("Get-BT_Endpoint", project.ticket, Map.of())).hasSize(2);
    }

    @Test
    void rows_come_in_pages_of_a_hundred_unless_all_are_asked_for() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        for (int number = 0; number < 103; number++) {
            project.item("u" + number + "@fabrikam.example", "u" + number + "@contoso.example");
        }
        // When
        JsonNode page = runner.run("Get-MW_Mailbox", "mw", Map.of("ConnectorId", id(project.project)));
        JsonNode rest = runner.run(
                "Get-MW_Mailbox", "mw", Map.of("FilterBy_Guid_ConnectorId", id(project.project), "PageOffset", 100));
        JsonNode all = runner.run("Get-MW_Mailbox", "mw", Map.of("RetrieveAll", true));
        JsonNode some = runner.run("Get-MW_Mailbox", "mw", Map.of("ExportEmailAddress", "u10%@fabrikam.example"));
        // Then
        assertThat(List.of(page.size(), rest.size(), all.size(), some.size())).containsExactly(100, 3, 103, 4);
        assertThat(all.path(0).path("ExportEmailAddress").asString()).isEqualTo("u0@fabrikam.example");
    }

    @Test
    void a_bundle_is_there_two_minutes_after_it_was_asked_for_and_used_at_once() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode user = project.endUser(SMALL);
        String workgroup = "workgroup:" + id(project.workgroup);
        // When
        JsonNode asked = runner.one("Add-BT_Subscription", workgroup, project.subscription(user));
        String twice = runner.refusal("Add-BT_Subscription", workgroup, project.subscription(user));
        long used = used(project, "MspcEndUserYearlySubscription");
        simulator.pass(Duration.ofSeconds(121));
        JsonNode there = runner.one("Get-BT_Subscription", workgroup, Map.of("Id", id(asked)));
        JsonNode owner = runner.one("Get-BT_CustomerEndUser", project.ticket, Map.of("Id", id(user)));
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        JsonNode pass = project.submit(item, "Full", Map.of());
        // Then
        assertThat(asked.path("SubscriptionProcessState").asString()).isEqualTo("NotProcessed");
        assertThat(there.path("SubscriptionProcessState").asString()).isEqualTo("SuccessfullyProcessed");
        assertThat(twice).startsWith("CONFLICT: ");
        assertThat(used).isEqualTo(5);
        assertThat(owner.path("ActiveSubscriptionId").asString()).isEqualTo(id(asked));
        assertThat(item.path("CustomerEndUserId").asString()).isEqualTo(id(user));
        assertThat(pass.path("ConsumedLicense").asBoolean()).isFalse();
        assertThat(used(project, "MailboxMigration")).isZero();
    }

    private long used(BitTitanProject project, String product) {
        JsonNode sku = runner.one("Get-BT_ProductSkuId", "bt", Map.of("ProductName", product));
        return runner.one(
                        "Get-MW_LicensePack",
                        "mw",
                        Map.of(
                                "WorkgroupOrganizationId",
                                project.workgroup
                                        .path("WorkgroupOrganizationId")
                                        .asString(),
                                "ProductSkuId",
                                sku.asString(),
                                "RetrieveAll",
                                true))
                .path("Used")
                .asLong();
    }

    @Test
    void a_licence_covers_fifty_gigabytes_of_one_mailbox() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item();
        // When
        JsonNode first = project.run(item, "Full", Map.of());
        runner.one(
                "Set-MW_MailboxConnector",
                "mw",
                Map.of("mailboxconnector", Map.of("Id", id(project.project)), "MaxLicensesToConsume", 2));
        JsonNode second = project.run(item, "Full", Map.of());
        JsonNode row = runner.one("Get-MW_Mailbox", "mw", Map.of("Id", id(item)));
        // Then
        assertThat(first.path("Status").asString()).isEqualTo("MaximumTransferReached");
        assertThat(second.path("Status").asString()).isEqualTo("Completed");
        assertThat(row.path("LicensesUsed").asLong()).isEqualTo(2);
        assertThat(used(project, "MailboxMigration")).isEqualTo(2);
    }

    @Test
    void without_a_licence_nothing_is_copied() throws IOException {
        // Given
        end();
        Path world = SampleWorld.copyTo(directory);
        SampleWorld.change(world, "bittitan.json", text -> text.replace("2027-03-01", "2026-03-01"));
        start(world);
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item();
        // When
        String refusal = runner.refusal("Add-MW_MailboxMigration", "mw", project.pass(item, "Full", Map.of()));
        JsonNode free = project.run(item, "Verification", Map.of());
        // Then
        assertThat(refusal).startsWith("CONFLICT: ").endsWith("no licence of MailboxMigration is left.");
        assertThat(free.path("Status").asString()).isEqualTo("Completed");
    }

    @Test
    void ews_must_let_the_application_in() throws IOException {
        // Given
        end();
        Path world = SampleWorld.copyTo(directory);
        SampleWorld.change(
                world,
                "destination/exchange/organizationConfig.json",
                text -> text.replace("00000000-1111", "10000000-1111"));
        start(world);
        BitTitanProject project = new BitTitanProject(simulator, runner);
        // When
        JsonNode pass = project.run(project.item(), "Verification", Map.of());
        // Then
        assertThat(pass.path("FailureMessage").asString())
                .startsWith("Your migration failed while checking destination credentials. ")
                .endsWith("is not among EwsAllowedAppIDs of Contoso");
    }

    @Test
    void a_fault_is_answered_instead() {
        // Given
        simulator.post("/sim/faults", "{\"kind\": \"bittitan-throttle\", \"count\": 1}");
        simulator.post("/sim/faults", "{\"kind\": \"bittitan-remote\", \"count\": 1}");
        // When
        List<String> replies = List.of(
                runner.refusal("Get-BT_Workgroup", "bt", Map.of()),
                runner.refusal("Get-BT_Workgroup", "bt", Map.of()),
                runner.refusal("Get-BT_Workgroup", "bt", Map.of()));
        // Then
        assertThat(replies).element(0).asString().startsWith("THROTTLED: ");
        assertThat(replies).element(1).asString().startsWith("REMOTE: ");
        assertThat(replies).element(2).isEqualTo(": ");
    }

    @Test
    void a_dump_is_a_world_that_goes_on() throws IOException {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        project.run(item, "Full", Map.of());
        simulator.post("/sim/dump", "{\"dir\": \"" + directory.resolve("dump") + "\"}");
        end();
        // When
        start(directory.resolve("dump/fabrikam-to-contoso"));
        Map<String, Object> parameters = new HashMap<>(Map.of("MailboxId", id(item)));
        JsonNode pass = runner.one("Get-MW_MailboxMigration", "mw", parameters);
        JsonNode pack = runner.run(
                        "Get-MW_LicensePack",
                        "mw",
                        Map.of(
                                "WorkgroupOrganizationId",
                                project.workgroup
                                        .path("WorkgroupOrganizationId")
                                        .asString()))
                .path(1);
        // Then
        assertThat(pass.path("Status").asString()).isEqualTo("Completed");
        assertThat(pack.path("Used").asLong()).isEqualTo(1);
    }
}
