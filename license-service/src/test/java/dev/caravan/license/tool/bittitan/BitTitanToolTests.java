package dev.caravan.license.tool.bittitan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.AccountId;
import dev.caravan.kit.command.Connection;
import dev.caravan.kit.command.ConnectionId;
import dev.caravan.kit.command.CredentialRef;
import dev.caravan.kit.command.CustomerId;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.credentials.Secret;
import dev.caravan.kit.testing.OpenCall;
import dev.caravan.license.item.Item;
import dev.caravan.license.item.Licence;
import dev.caravan.license.item.Pair;
import dev.caravan.license.pass.Pass;
import dev.caravan.license.pass.PassKind;
import dev.caravan.license.pass.PassOrder;
import dev.caravan.license.pass.PassStatus;
import dev.caravan.license.pass.Volume;
import dev.caravan.license.project.Customer;
import dev.caravan.license.project.Endpoint;
import dev.caravan.license.project.Holdings;
import dev.caravan.license.project.Label;
import dev.caravan.license.project.Project;
import dev.caravan.license.runner.BitTitan;
import dev.caravan.license.runner.RunnerSettings;
import dev.caravan.license.runner.StandInRunner;
import dev.caravan.license.tool.Application;
import dev.caravan.license.tool.Projects.NewProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BitTitanToolTests {

    private static final Path SCRIPT = Path.of("src/main/resources/bittitan/runner.ps1");
    private static final Set<String> HOSTS = Set.of("www.bittitan.com", "www.migrationwiz.com");
    private static final Label LABEL = Label.of(List.of("a.example"));
    private static final Customer CUSTOMER = new Customer("c", "org", "a.example");
    private static final Project PROJECT = new Project("p", "Caravan a.example");
    private static final Item ADA = new Item("m1", "ada@s.example", "ada@d.example", "u1");
    private static final Item BO = new Item("m2", "bo@s.example", "bo@d.example", "");
    private static final Application APPLICATION = new Application("tenant", "client", new Secret("app-s3cret"));
    private static final PassOrder PRE_STAGE =
            PassOrder.of(PassKind.PRE_STAGE, Duration.ofDays(10), "run", "step", Instant.parse("2026-11-20T08:00:00Z"));

    private final Map<String, String> answers = new HashMap<>(Map.of(
            "Get-BT_Workgroup", "[{\"Id\":\"wg\",\"Name\":\"Northwind MSP\",\"WorkgroupOrganizationId\":\"wg-org\"}]",
            "Get-BT_ProductSkuId", "[\"sku\"]",
            "Add-BT_CustomerEndUser", "[{\"Id\":\"u9\"}]"));
    private final StandInRunner runner = new StandInRunner(this::answer);
    private final BitTitan bittitan = new BitTitan(
            new RunnerSettings(null, runner.address(), Duration.ofSeconds(20)),
            _ -> Outcome.done(new Secret("s3cret")));
    private final BitTitanTool tool = BitTitanTool.of(bittitan);
    private final OpenCall call = call();

    @AfterEach
    void close() throws IOException {
        bittitan.destroy();
        runner.close();
    }

    @Test
    void holdings_are_those_of_the_customer_with_the_domain() {
        // Given
        answers.put("Get-BT_Customer", "[{\"Id\":\"c\",\"OrganizationId\":\"org\",\"PrimaryDomain\":\"A.example\"}]");
        answers.put("Get-BT_Endpoint", "[{\"Id\":\"e\",\"Name\":\"Caravan a.example source\"}]");
        answers.put("Get-MW_MailboxConnector", "[{\"Id\":\"p\",\"Name\":\"Caravan a.example\"}]");
        // Then
        assertThat(tool.projects().holdings(LABEL, call))
                .isEqualTo(Outcome.done(new Holdings(
                        Optional.of(new Customer("c", "org", "A.example")),
                        List.of(new Endpoint("e", "Caravan a.example source")),
                        List.of(PROJECT))));
        assertThat(request("Get-BT_Endpoint").path("ticket").asString()).isEqualTo("customer:org");
    }

    @Test
    void two_projects_of_one_name_are_nobodys() {
        // Given
        answers.put("Get-BT_Customer", "[{\"Id\":\"c\",\"OrganizationId\":\"org\",\"PrimaryDomain\":\"a.example\"}]");
        answers.put(
                "Get-MW_MailboxConnector",
                "[{\"Id\":\"p\",\"Name\":\"Caravan a.example\"},{\"Id\":\"q\",\"Name\":\"Caravan a.example\"}]");
        // Then
        assertThat(tool.projects().holdings(LABEL, call))
                .isEqualTo(Outcome.failedForGood("ambiguous", "there are 2 of the project \"Caravan a.example\""));
    }

    @Test
    void a_workgroup_that_is_not_there_is_named() {
        // Given
        answers.put("Get-BT_Workgroup", "[{\"Id\":\"wg\",\"Name\":\"Other\",\"WorkgroupOrganizationId\":\"wg-org\"}]");
        // Then
        assertThat(tool.projects().holdings(LABEL, call))
                .isEqualTo(Outcome.refused(
                        "unknown-workgroup", "the BitTitan account has no workgroup \"Northwind MSP\""));
    }

    @Test
    void an_endpoint_signs_in_as_an_application() {
        // Given
        answers.put("Add-BT_Endpoint", "[{\"Id\":\"e\",\"Name\":\"in\"}]");
        // When
        var added = tool.projects().addEndpoint(CUSTOMER, "in", APPLICATION, call);
        // Then
        assertThat(added).isEqualTo(Outcome.done(new Endpoint("e", "in")));
        assertThat(parameters("Add-BT_Endpoint"))
                .hasToString("{\"Name\":\"in\",\"Type\":\"ExchangeOnline2\",\"Configuration\":{"
                        + "\"@type\":\"ManagementProxy.ManagementService.ExchangeConfiguration\","
                        + "\"UseAdministrativeCredentials\":true,\"ExchangeItemType\":\"Mail\","
                        + "\"ModernAuthClientId\":\"client\",\"ModernAuthTenantId\":\"tenant\","
                        + "\"ModernAuthClientSecret\":\"app-s3cret\"}}");
    }

    @Test
    void an_item_has_an_end_user_before_it_is_there() {
        // When
        var added = tool.items().add(CUSTOMER, PROJECT, new Pair("ada@s.example", "ada@d.example"), call);
        // Then
        assertThat(added).isInstanceOf(Outcome.Done.class);
        assertThat(runner.asked())
                .containsExactly("hello", "Get-BT_CustomerEndUser", "Add-BT_CustomerEndUser", "Add-MW_Mailbox");
    }

    @Test
    void items_are_asked_for_by_their_addresses() {
        // Given
        answers.put("Get-MW_Mailbox", """
                [{"Id":"m1","ExportEmailAddress":"Ada@s.example","ImportEmailAddress":"ada@d.example",\
                "CustomerEndUserId":"u1"},\
                {"Id":"m2","ExportEmailAddress":"bo@s.example","ImportEmailAddress":"bo@d.example",\
                "CustomerEndUserId":"00000000-0000-0000-0000-000000000000"}]""");
        // Then
        assertThat(tool.items().from(PROJECT, List.of("ada@s.example", "bo@s.example"), call))
                .isEqualTo(Outcome.done(List.of(new Item("m1", "Ada@s.example", "ada@d.example", "u1"), BO)));
        assertThat(parameters("Get-MW_Mailbox"))
                .hasToString("{\"ConnectorId\":\"p\",\"ExportEmailAddress\":[\"ada@s.example\",\"bo@s.example\"],"
                        + "\"RetrieveAll\":true}");
    }

    @Test
    void packs_that_have_expired_hold_no_licences() {
        // Given
        answers.put("Get-MW_LicensePack", """
                [{"Purchased":60,"Granted":5,"Used":4,"Revoked":1,"ExpireDate":"2027-10-01T00:00:00Z"},\
                {"Purchased":10,"Granted":0,"Used":0,"Revoked":0,"ExpireDate":"2026-10-01T00:00:00.0000000Z"}]""");
        // Then
        assertThat(tool.licences().available(call)).isEqualTo(Outcome.done(60));
    }

    @Test
    void a_licence_is_active_when_both_links_say_so() {
        // Given
        answers.put("Get-BT_CustomerEndUser", """
                [{"Id":"u1","PrimaryEmailAddress":"ada@s.example","SubscriptionId":"s1",\
                "ActiveSubscriptionId":"00000000-0000-0000-0000-000000000000"},\
                {"Id":"u2","PrimaryEmailAddress":"bo@s.example","SubscriptionId":"s2","ActiveSubscriptionId":"s2"}]""");
        // Then
        assertThat(tool.licences().of(CUSTOMER, List.of(ADA, BO), call))
                .isEqualTo(Outcome.done(Map.of("m1", Licence.ASKED_FOR, "m2", Licence.ACTIVE)));
    }

    @Test
    void a_licence_is_that_of_the_workgroup() {
        // When
        tool.licences().assign(CUSTOMER, ADA, call);
        // Then
        assertThat(request("Add-BT_Subscription").path("ticket").asString()).isEqualTo("workgroup:wg");
        assertThat(parameters("Add-BT_Subscription"))
                .hasToString("{\"ReferenceEntityType\":\"CustomerEndUser\",\"ReferenceEntityId\":\"u1\","
                        + "\"ProductSkuId\":\"sku\",\"WorkgroupOrganizationId\":\"wg-org\"}");
    }

    @Test
    void a_pass_is_marked_and_only_old_mail_has_an_end() {
        // When
        tool.passes().submit(PROJECT, ADA, PRE_STAGE, call);
        // Then
        assertThat(parameters("Add-MW_MailboxMigration"))
                .hasToString("{\"ConnectorId\":\"p\",\"MailboxId\":\"m1\",\"Type\":\"Full\",\"Status\":\"Submitted\","
                        + "\"Priority\":1,\"ItemStartDate\":\"" + PRE_STAGE.mark() + "\",\"ItemTypes\":\"Mail\","
                        + "\"ItemEndDate\":\"2026-11-10T08:00:00Z\"}");
    }

    @Test
    void passes_are_read_with_their_marks() {
        // Given
        answers.put("Get-MW_MailboxMigration", """
                [{"Id":"x","MailboxId":"m1","Type":"Full","Status":"Failed","ItemStartDate":"1901-05-01T00:00:07Z",\
                "CreateDate":"2026-11-20T07:00:00Z","CompleteDate":null,"FailureMessage":"why"}]""");
        // Then
        assertThat(tool.passes().of(List.of(ADA), call))
                .isEqualTo(Outcome.done(List.of(new Pass(
                        "x",
                        "m1",
                        "Full",
                        PassStatus.FAILED,
                        Instant.parse("1901-05-01T00:00:07Z"),
                        Instant.parse("2026-11-20T07:00:00Z"),
                        Optional.empty(),
                        "why"))));
    }

    @Test
    void a_status_that_nobody_knows_is_told() {
        // Given
        answers.put(
                "Get-MW_MailboxMigration",
                "[{\"Id\":\"x\",\"Status\":\"Resting\",\"CreateDate\":\"2026-11-20T07:00:00Z\"}]");
        // Then
        assertThat(tool.passes().of(List.of(ADA), call)).asString().contains("the pass x is \"Resting\"");
    }

    @Test
    void what_was_imported_counts_now_and_before() {
        // Given
        answers.put("Get-MW_MailboxStat", """
                [{"MigrationStatsInfos":[\
                {"ItemType":"Mail","TaskType":"Import","MigrationStats":{"SuccessSize":5,"SuccessSizeTotal":3000000000,\
                "ErrorCount":1,"ErrorCountTotal":2}},\
                {"ItemType":"Mail","TaskType":"Export","MigrationStats":{"SuccessSize":9,"ErrorCount":9}},\
                {"ItemType":"Rule","TaskType":"Import","MigrationStats":{"SuccessSize":7}}],\
                "ExportDuration":70,"ImportDuration":90,"WaitImportDuration":20}]""");
        // Then
        assertThat(tool.passes().volume(ADA, call))
                .isEqualTo(Outcome.done(new Volume(3_000_000_012L, 3, Duration.ofMillis(90))));
    }

    @Test
    void errors_are_counted_by_item() {
        // Given
        answers.put("Get-MW_MailboxError", "[{\"MailboxId\":\"m1\"},{\"MailboxId\":\"m1\"}]");
        // Then
        assertThat(tool.passes().errors(List.of(ADA, BO), call)).isEqualTo(Outcome.done(Map.of("m1", 2)));
    }

    @Test
    void the_script_runs_what_is_used_and_nothing_else() throws IOException {
        // When
        useAll();
        // Then
        var used = new TreeSet<>(runner.asked());
        used.remove("hello");
        assertThat(allowed()).isEqualTo(used);
    }

    private void useAll() {
        answers.put("Get-BT_Customer", "[{\"Id\":\"c\",\"OrganizationId\":\"org\",\"PrimaryDomain\":\"a.example\"}]");
        var endpoint = new Endpoint("e", "in");
        var project = new NewProject("Caravan", endpoint, APPLICATION, endpoint, APPLICATION, "");
        var pass =
                new Pass("x", "m1", "Full", PassStatus.PROCESSING, Instant.EPOCH, Instant.EPOCH, Optional.empty(), "");
        var projects = tool.projects();
        projects.holdings(LABEL, call);
        projects.addCustomer("a.example", "A", call);
        projects.addEndpoint(CUSTOMER, "in", APPLICATION, call);
        projects.addProject(CUSTOMER, project, call);
        projects.removeProject(PROJECT, call);
        projects.removeEndpoint(CUSTOMER, endpoint, call);
        projects.removeCustomer(CUSTOMER, call);
        tool.items().from(PROJECT, List.of("ada@s.example"), call);
        tool.items().add(CUSTOMER, PROJECT, new Pair("ada@s.example", "ada@d.example"), call);
        tool.items().remove(ADA, call);
        tool.licences().available(call);
        tool.licences().of(CUSTOMER, List.of(ADA, BO), call);
        tool.licences().assign(CUSTOMER, BO, call);
        tool.passes().of(List.of(ADA), call);
        tool.passes().errors(List.of(ADA), call);
        tool.passes().volume(ADA, call);
        tool.passes().submit(PROJECT, ADA, PRE_STAGE, call);
        tool.passes().stop(pass, call);
    }

    private static TreeSet<String> allowed() throws IOException {
        var script = Files.readString(SCRIPT);
        var list = script.substring(script.indexOf("# <allowed>"), script.indexOf("# </allowed>"));
        var allowed = new TreeSet<String>();
        Pattern.compile("'([^']+)'").matcher(list).results().forEach(found -> allowed.add(found.group(1)));
        return allowed;
    }

    private JsonNode request(String cmdlet) {
        return runner.requests().stream()
                .filter(request -> request.path("cmdlet").asString("").equals(cmdlet))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode parameters(String cmdlet) {
        return request(cmdlet).path("parameters");
    }

    private String answer(JsonNode request) {
        var data = request.has("hello")
                ? "{\"module\":\"0.0.144\",\"expires\":\"2026-11-20T20:00:00Z\"}"
                : answers.getOrDefault(request.path("cmdlet").asString(), "[]");
        return "{\"id\":\"{id}\",\"ok\":true,\"data\":" + data + "}";
    }

    private static OpenCall call() {
        var open = OpenCall.to(Connection.Kind.BITTITAN, HOSTS, Map.of());
        return new OpenCall(
                open.header(),
                new Connection(
                        new ConnectionId("connection"),
                        Connection.Kind.BITTITAN,
                        "Workgroup",
                        new CustomerId("customer"),
                        new AccountId("Northwind MSP"),
                        Optional.empty(),
                        Optional.of("caravan@msp.example"),
                        new CredentialRef("world-bittitan"),
                        HOSTS,
                        Map.of(),
                        false));
    }
}
