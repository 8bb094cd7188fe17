package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Licences, and the mailboxes that come and go with them.
class TenantLicencesTests {

    private static final String SKU = "6fd2c87f-b296-42f0-b197-1e91e994b900";
    private static final String EXCHANGE = "efb87545-963c-4e0d-99df-69c6916d9eb0";
    private static final String TEAMS = "57ff2da0-773e-42df-b2af-ffb7a2317929";
    private static final String ADD = "{\"addLicenses\": [{\"skuId\": \"" + SKU + "\"}], \"removeLicenses\": []}";
    private static final String REMOVE = "{\"addLicenses\": [], \"removeLicenses\": [\"" + SKU + "\"]}";

    @TempDir
    Path directory;

    private RunningSimulator simulator;
    private CloudTenant tenant;

    @BeforeEach
    void start() {
        simulator = new RunningSimulator(directory.resolve("data"), SampleWorld.FOLDER);
        tenant = CloudTenant.source(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_licence_gives_a_mailbox_at_once_with_all_addresses_that_the_user_has() {
        // Given
        int units = TenantUsersTests.consumed(tenant);
        // When
        Reply reply = assign("anouk.dahl@fabrikam.onmicrosoft.com", ADD);
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("assignedLicenses").path(0).path("skuId").asString())
                .isEqualTo(SKU);
        assertThat(addresses("anouk.dahl"))
                .containsExactly("SMTP:anouk.dahl@fabrikam.example", "smtp:anouk.dahl@fabrikam.onmicrosoft.com");
        assertThat(TenantUsersTests.consumed(tenant)).isEqualTo(units + 1);
    }

    @Test
    void a_new_user_is_addressed_by_the_name_to_sign_in_with_and_in_the_initial_domain() {
        // Given
        CloudTenant destination = CloudTenant.destination(simulator);
        destination.graph("POST", "/users", TenantUsersTests.user("nora", "Aa1!aaaa", ", \"usageLocation\": \"US\""));
        // When
        destination.graph("POST", "/users/nora@contoso.example/assignLicense", ADD);
        // Then
        assertThat(destination
                        .invoke("Get-Mailbox", "{\"Identity\": \"nora\"}")
                        .json()
                        .path("value")
                        .path(0)
                        .path("EmailAddresses")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("SMTP:nora@contoso.example", "smtp:nora@contoso.onmicrosoft.com");
        assertThat(destination
                        .get("/users/nora@contoso.example?$select=mail,proxyAddresses")
                        .body())
                .contains("\"mail\":\"nora@contoso.example\"", "smtp:nora@contoso.onmicrosoft.com");
    }

    @Test
    @DisplayName("C.2 [C: scenario 4] without a licence the primary that equals the UPN goes and MOERA is promoted")
    void without_a_licence_the_primary_address_that_is_the_name_goes_and_the_initial_one_takes_over() {
        // When
        Reply reply = assign("bjorn.abel@fabrikam.example", REMOVE);
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(tenant.invoke("Get-Mailbox", "{\"Identity\": \"bjorn.abel\"}")
                        .status())
                .isEqualTo(404);
        JsonNode user = tenant.get("/users/bjorn.abel@fabrikam.example?$select=mail,proxyAddresses,assignedLicenses")
                .json();
        assertThat(user.path("assignedLicenses")).isEmpty();
        assertThat(user.path("mail").asString()).isEqualTo("bjorn.abel@fabrikam.onmicrosoft.com");
        assertThat(user.path("proxyAddresses").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        "smtp:babel1@fabrikam.example",
                        "SIP:bjorn.abel@fabrikam.example",
                        "SMTP:bjorn.abel@fabrikam.onmicrosoft.com");
    }

    @Test
    @DisplayName("C.2 [C: SUP 3158794] a licence within 30 days brings the mailbox back")
    void a_licence_within_thirty_days_brings_the_same_mailbox_back() {
        // Given
        String guid = guid("bjorn.abel");
        assign("bjorn.abel@fabrikam.example", REMOVE);
        simulator.pass(Duration.ofDays(29));
        // When
        assign("bjorn.abel@fabrikam.example", ADD);
        // Then
        assertThat(guid("bjorn.abel")).isEqualTo(guid);
        assertThat(addresses("bjorn.abel"))
                .contains(
                        "SMTP:bjorn.abel@fabrikam.onmicrosoft.com",
                        "smtp:bjorn.abel@fabrikam.example",
                        "smtp:babel1@fabrikam.example");
        assertThat(tenant.values("Get-Mailbox", "bjorn.abel", "GrantSendOnBehalfTo"))
                .hasSize(1);
        assertThat(tenant.values("Get-MailboxPermission", "team0", "User")).contains("bjorn.abel@fabrikam.example");
    }

    @Test
    @DisplayName("C.2 [C: SUP 3158794] after 30 days the mailbox is deleted")
    void a_licence_later_than_that_brings_a_new_one() {
        // Given
        String guid = guid("bjorn.abel");
        assign("bjorn.abel@fabrikam.example", REMOVE);
        simulator.pass(Duration.ofDays(31));
        // When
        assign("bjorn.abel@fabrikam.example", ADD);
        // Then
        assertThat(guid("bjorn.abel")).isNotEmpty().isNotEqualTo(guid);
    }

    @Test
    void a_disconnected_mailbox_outlives_the_process_and_a_dump() {
        // Given
        String guid = guid("bjorn.abel");
        assign("bjorn.abel@fabrikam.example", REMOVE);
        simulator.close();
        start();
        simulator.post("/sim/dump", "{\"dir\": \"" + directory.resolve("dump") + "\"}");
        // When
        try (RunningSimulator second =
                new RunningSimulator(directory.resolve("second"), directory.resolve("dump/fabrikam-to-contoso"))) {
            CloudTenant there = CloudTenant.source(second);
            there.graph("POST", "/users/bjorn.abel@fabrikam.example/assignLicense", ADD);
            // Then
            assertThat(there.values("Get-Mailbox", "bjorn.abel", "Guid")).containsExactly(guid);
        }
    }

    @Test
    void switching_the_mailbox_plan_off_is_like_taking_the_licence_but_teams_drops_nothing() {
        // When
        assign("olu.abel@fabrikam.example", disabling(TEAMS));
        List<String> before = addresses("olu.abel");
        assign("olu.abel@fabrikam.example", disabling(EXCHANGE));
        // Then
        assertThat(before).contains("SIP:olu.abel@fabrikam.example");
        assertThat(tenant.invoke("Get-Mailbox", "{\"Identity\": \"olu.abel\"}").status())
                .isEqualTo(404);
    }

    @Test
    void a_shared_mailbox_needs_no_licence() {
        // Given
        assign("team0@fabrikam.example", ADD);
        // When
        assign("team0@fabrikam.example", REMOVE);
        // Then
        assertThat(tenant.values("Get-Mailbox", "team0", "RecipientTypeDetails"))
                .containsExactly("SharedMailbox");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "info@fabrikam.example | {add[]} | missing parameters are: removeLicenses",
                "info@fabrikam.example | {} | missing parameters are: addLicenses, removeLicenses",
                "info@fabrikam.example | {add[], remove[\"SKU\"]} | does not have a corresponding license",
                "info@fabrikam.example | {add[{\"skuId\": \"none\"}], remove[]} | valid company License",
                "info@fabrikam.example | {add[{\"skuId\": \"SKU\", \"disabledPlans\": [\"x\"]}], remove[]} | not plans of it",
                "703a79b1-62f9-4073-9de3-f801336a7480 | {add[{\"skuId\": \"SKU\"}], remove[]} | invalid usage location"
            })
    void what_cannot_be_licensed_is_refused(String user, String body, String reason) {
        // When
        Reply reply = assign(user, written(body));
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(CloudTenant.message(reply)).contains(reason);
    }

    @Test
    void there_are_no_more_licences_than_units() throws IOException {
        // Given
        Path world = SampleWorld.copyTo(directory.resolve("full"));
        SampleWorld.change(
                world, "source/graph/subscribedSkus.jsonl", text -> text.replace("\"enabled\": 60", "\"enabled\": 48"));
        // When
        try (RunningSimulator full = new RunningSimulator(directory.resolve("full-data"), world)) {
            Reply reply = CloudTenant.source(full).graph("POST", "/users/info@fabrikam.example/assignLicense", ADD);
            // Then
            assertThat(CloudTenant.message(reply)).contains("does not have any available licenses");
        }
    }

    private static String written(String body) {
        return body.replace("add", "\"addLicenses\": ")
                .replace("remove", "\"removeLicenses\": ")
                .replace("SKU", SKU);
    }

    private Reply assign(String user, String body) {
        return tenant.graph("POST", "/users/" + user + "/assignLicense", body);
    }

    private static String disabling(String plan) {
        return "{\"addLicenses\": [{\"skuId\": \"%s\", \"disabledPlans\": [\"%s\"]}], \"removeLicenses\": []}"
                .formatted(SKU, plan);
    }

    private String guid(String identity) {
        return tenant.values("Get-Mailbox", identity, "Guid").getFirst();
    }

    private List<String> addresses(String identity) {
        return tenant.invoke("Get-Mailbox", "{\"Identity\": \"" + identity + "\"}")
                .json()
                .path("value")
                .path(0)
                .path("EmailAddresses")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
