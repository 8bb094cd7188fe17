package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a directory that is synchronised from one on premises refuses, and how that ends. The tests follow one
/// tenant through time.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DirectorySyncBehaviourTests {

    private static final String IN_GRAPH = "Unable to update the specified properties for on-premises mastered"
            + " Directory Sync objects or objects currently undergoing migration.";
    private static final String USER = "7f000000-0000-4000-8000-000000000001";
    private static final String GROUP = "7f000000-0000-4000-8000-000000000002";

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static CloudTenant tenant;

    @BeforeAll
    static void start() throws IOException {
        simulator = new RunningSimulator(
                directory.resolve("data"),
                Map.of("simulator.unclear.sync-switch", "allowed", "simulator.unclear.sync-off-time", "30h"),
                world());
        tenant = CloudTenant.source(simulator);
    }

    private static Path world() throws IOException {
        Path world = SampleWorld.copyTo(directory);
        SampleWorld.change(
                world,
                "source/tenant.json",
                before -> before.replace("\"onPremisesSyncEnabled\": null", "\"onPremisesSyncEnabled\": true"));
        add(world, "source/graph/users.jsonl", """
                {"id": "%s", "userPrincipalName": "synced@fabrikam.example", "displayName": "Sy Nced", \
                "mailNickname": "synced", "accountEnabled": true, "onPremisesSyncEnabled": true, \
                "mail": "synced@fabrikam.example", "proxyAddresses": ["SMTP:synced@fabrikam.example"]}""".formatted(USER));
        add(world, "source/exchange/mailboxes.jsonl", """
                {"Identity": "synced", "Guid": "7f000000-0000-4000-8000-000000000011", \
                "ExternalDirectoryObjectId": "%s", "Alias": "synced", "DisplayName": "Sy Nced", \
                "UserPrincipalName": "synced@fabrikam.example", "PrimarySmtpAddress": "synced@fabrikam.example", \
                "EmailAddresses": ["SMTP:synced@fabrikam.example"], "RecipientTypeDetails": "UserMailbox", \
                "IsDirSynced": true}""".formatted(USER));
        add(world, "source/graph/groups.jsonl", """
                {"id": "%s", "displayName": "Synced List", "mailEnabled": true, "securityEnabled": false, \
                "groupTypes": [], "onPremisesSyncEnabled": true, "mail": "synced-list@fabrikam.example", \
                "proxyAddresses": ["SMTP:synced-list@fabrikam.example"]}""".formatted(GROUP));
        add(world, "source/exchange/distributionGroups.jsonl", """
                {"Identity": "synced-list", "Guid": "7f000000-0000-4000-8000-000000000012", \
                "ExternalDirectoryObjectId": "%s", "Alias": "synced-list", "DisplayName": "Synced List", \
                "PrimarySmtpAddress": "synced-list@fabrikam.example", \
                "EmailAddresses": ["SMTP:synced-list@fabrikam.example"], \
                "RecipientTypeDetails": "MailUniversalDistributionGroup", "IsDirSynced": true}""".formatted(GROUP));
        add(world, "source/exchange/mailContacts.jsonl", """
                {"Identity": "synced-contact", "Guid": "7f000000-0000-4000-8000-000000000013", \
                "Alias": "synced-contact", "DisplayName": "Synced Contact", \
                "ExternalEmailAddress": "SMTP:away@elsewhere.example", "PrimarySmtpAddress": "away@elsewhere.example", \
                "EmailAddresses": ["SMTP:away@elsewhere.example"], "IsDirSynced": true}""");
        return world;
    }

    private static void add(Path world, String file, String line) throws IOException {
        SampleWorld.change(world, file, before -> before + line + "\n");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH  | /users/" + USER + "  | {\"userPrincipalName\": \"synced@fabrikam.onmicrosoft.com\"}",
                "DELETE | /users/" + USER + "  |",
                "PATCH  | /groups/" + GROUP + " | {\"displayName\": \"Other\"}",
                "DELETE | /groups/" + GROUP + " |"
            })
    @DisplayName("C.6, C.2 [P] Graph refuses what is mastered on premises, in these words")
    void graph_refuses_what_is_mastered_on_premises(String method, String path, String body) {
        // When
        Reply reply = tenant.graph(method, path, body);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").path("code").asString()).isEqualTo("Request_BadRequest");
        assertThat(message(reply)).isEqualTo(IN_GRAPH);
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "Set-Mailbox, synced, Sy Nced",
        "Set-DistributionGroup, synced-list, Synced List",
        "Set-MailContact, synced-contact, Synced Contact"
    })
    @DisplayName("C.6 [C: SUP] Exchange refuses what is mastered on premises and names cmdlet, property and object")
    void exchange_refuses_what_is_mastered_on_premises(String cmdlet, String identity, String name) {
        // When
        Reply reply = tenant.invoke(
                cmdlet, "{\"Identity\": \"" + identity + "\", \"EmailAddresses\": [\"SMTP:a@fabrikam.example\"]}");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply))
                .contains("The action '" + cmdlet + "', 'EmailAddresses', can't be performed on the object '" + name
                        + "' because the object is being synchronized from your on-premises organization. This action"
                        + " should be performed on the object in your on-premises organization.");
    }

    @Test
    @Order(2)
    @DisplayName("C.6 [C: SDKJ] the organization says true while it is synchronised, and null where it never was")
    void the_organization_says_whether_it_is_synchronised() {
        // When
        Reply synced = tenant.get("/organization");
        Reply never = CloudTenant.destination(simulator).get("/organization");
        // Then
        assertThat(synced.body()).contains("\"onPremisesSyncEnabled\":true");
        assertThat(never.body()).contains("\"onPremisesSyncEnabled\":null");
    }

    @Test
    @Order(3)
    @DisplayName("C.6 [C] switching it off takes a day and more, during which changes are still refused")
    void it_ends_a_day_and_more_after_it_was_switched_off() {
        // Given
        String rename = "{\"userPrincipalName\": \"synced@fabrikam.onmicrosoft.com\"}";
        // When
        Reply switched = switchTo(false);
        simulator.pass(Duration.ofHours(29));
        Reply during = tenant.patch("/users/" + USER, rename);
        String shown = tenant.get("/organization").body();
        simulator.pass(Duration.ofHours(1));
        Reply after = tenant.patch("/users/" + USER, rename);
        // Then
        assertThat(switched.status()).isEqualTo(204);
        assertThat(message(during)).isEqualTo(IN_GRAPH);
        assertThat(shown).contains("\"onPremisesSyncEnabled\":true");
        assertThat(after.status()).isEqualTo(204);
        assertThat(tenant.get("/organization").body()).contains("\"onPremisesSyncEnabled\":false");
        assertThat(tenant.invoke("Set-DistributionGroup", """
                {"Identity": "synced-list", "DisplayName": "List of the cloud"}""").status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    @DisplayName("C.6 [C: M365D] it can be switched on again only after 72 hours")
    void it_can_be_switched_on_again_after_seventy_two_hours() {
        // When
        Reply early = switchTo(true);
        simulator.pass(Duration.ofHours(42));
        Reply late = switchTo(true);
        // Then
        assertThat(early.status()).isEqualTo(400);
        assertThat(late.status()).isEqualTo(204);
        assertThat(tenant.get("/organization").body()).contains("\"onPremisesSyncEnabled\":true");
    }

    private static Reply switchTo(boolean enabled) {
        return tenant.patch("/organization/" + tenant.id(), "{\"onPremisesSyncEnabled\": " + enabled + "}");
    }
}
