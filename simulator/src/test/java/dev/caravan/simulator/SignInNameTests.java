package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a new name to sign in with does to the addresses of the mailbox, by the simulator's setting.
class SignInNameTests {

    private static final String OLD = "olu.abel@fabrikam.example";
    private static final String NEW = "olu.abel@fabrikam.onmicrosoft.com";

    @TempDir
    Path directory;

    @Test
    @DisplayName("C.2 [C: proxyaddresses-attribute-populate] the name is always added as an address")
    void without_a_setting_it_becomes_another_address() {
        // Given
        try (RunningSimulator simulator = serve(Map.of())) {
            // When
            rename(simulator, OLD, NEW);
            // Then
            assertThat(addresses(simulator)).contains("SMTP:" + OLD, "smtp:" + NEW);
            assertThat(simulator.get("/sim/sign-in-names").body())
                    .isEqualTo("{\"addresses\":\"another\",\"delay\":\"PT10M\"}");
        }
    }

    @Test
    @DisplayName("C.2, G.1 not confirmed: the name becomes the primary address at once")
    void it_becomes_the_primary_address_at_once() {
        // Given
        try (RunningSimulator simulator = serve(Map.of("simulator.sign-in-names.addresses", "primary"))) {
            // When
            rename(simulator, OLD, NEW);
            // Then
            assertThat(addresses(simulator)).contains("smtp:" + OLD, "SMTP:" + NEW);
            assertThat(CloudTenant.source(simulator).get("/users/" + NEW).body())
                    .contains("\"mail\":\"" + NEW + "\"");
        }
    }

    @Test
    @DisplayName("C.2, G.1 not confirmed: the name becomes the primary address late")
    void it_becomes_the_primary_address_late() {
        // Given
        try (RunningSimulator simulator =
                serve(Map.of("simulator.sign-in-names.addresses", "late", "simulator.sign-in-names.delay", "30m"))) {
            rename(simulator, OLD, NEW);
            simulator.pass(Duration.ofMinutes(29));
            List<String> before = addresses(simulator);
            // When
            simulator.pass(Duration.ofMinutes(2));
            // Then
            assertThat(before).contains("SMTP:" + OLD, "smtp:" + NEW);
            assertThat(addresses(simulator)).contains("smtp:" + OLD, "SMTP:" + NEW);
        }
    }

    @Test
    void what_is_late_is_overtaken_by_another_name_and_by_a_removed_address() {
        // Given
        try (RunningSimulator simulator = serve(Map.of("simulator.sign-in-names.addresses", "late"))) {
            rename(simulator, OLD, NEW);
            rename(simulator, NEW, OLD);
            rename(simulator, "olu.udo@fabrikam.example", "olu.udo@fabrikam.onmicrosoft.com");
            CloudTenant.source(simulator).invoke("Set-Mailbox", """
                    {"Identity": "olu.udo", "EmailAddresses": ["SMTP:olu.udo@fabrikam.example"]}""");
            // When
            simulator.pass(Duration.ofHours(1));
            // Then
            assertThat(addresses(simulator)).contains("SMTP:" + OLD);
            assertThat(CloudTenant.source(simulator).values("Get-Mailbox", "olu.udo", "PrimarySmtpAddress"))
                    .containsExactly("olu.udo@fabrikam.example");
        }
    }

    @Test
    void the_setting_and_what_is_under_way_outlive_the_process_and_stand_in_the_dump() throws Exception {
        // Given
        try (RunningSimulator first = serve(Map.of())) {
            first.send("PUT", "/sim/sign-in-names", "{\"addresses\": \"late\", \"delay\": \"PT2H\"}", null);
            rename(first, OLD, NEW);
        }
        // When
        try (RunningSimulator second = serve(Map.of())) {
            String setting = second.get("/sim/sign-in-names").body();
            second.post("/sim/dump", "{\"dir\": \"" + directory.resolve("dump") + "\"}");
            second.pass(Duration.ofHours(3));
            // Then
            assertThat(setting).contains("\"late\"", "\"PT2H\"");
            assertThat(addresses(second)).contains("SMTP:" + NEW);
        }
        assertThat(Files.readString(directory.resolve("dump/fabrikam-to-contoso/source/graph/users.state.jsonl")))
                .contains("\"userPrincipalName\":\"" + NEW + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"addresses\": \"never\"}", "{\"delay\": \"PT1S\"}", "{\"delay\": \"PT48H\"}"})
    void what_cannot_be_set_is_refused(String setting) {
        // Given
        try (RunningSimulator simulator = serve(Map.of())) {
            // When
            Reply reply = simulator.send("PUT", "/sim/sign-in-names", setting, null);
            // Then
            assertThat(reply.status()).isEqualTo(400);
        }
    }

    @Test
    void a_name_to_show_is_the_mailboxs_too() {
        // Given
        try (RunningSimulator simulator = serve(Map.of())) {
            CloudTenant tenant = CloudTenant.source(simulator);
            // When
            tenant.patch("/users/" + OLD, "{\"displayName\": \"Olu Abel-Wei\"}");
            // Then
            assertThat(tenant.values("Get-Mailbox", "olu.abel", "DisplayName")).containsExactly("Olu Abel-Wei");
        }
    }

    @Test
    @DisplayName("C.2 [C: proxyaddresses-attribute-populate] any Exchange recipient has an address of the name")
    void whoever_passes_mail_on_is_called_so_in_exchange_too() throws Exception {
        // Given
        Path world = SampleWorld.copyTo(directory);
        String id = "00000000-0000-4000-8000-00000000abcd";
        Files.writeString(world.resolve("source/graph/users.jsonl"), """
                {"id": "%s", "userPrincipalName": "away@fabrikam.example", "displayName": "Away", "mail": "away@elsewhere.example", "mailNickname": "away", "accountEnabled": true, "userType": "Member", "proxyAddresses": ["SMTP:away@elsewhere.example"], "assignedLicenses": []}
                """.formatted(id), StandardOpenOption.APPEND);
        Files.writeString(world.resolve("source/exchange/mailUsers.jsonl"), """
                {"Identity": "away", "Guid": "00000000-0000-4000-8000-00000000abce", "ExternalDirectoryObjectId": "%s", "Alias": "away", "DisplayName": "Away", "UserPrincipalName": "away@fabrikam.example", "PrimarySmtpAddress": "away@elsewhere.example", "ExternalEmailAddress": "SMTP:away@elsewhere.example", "EmailAddresses": ["SMTP:away@elsewhere.example"], "RecipientTypeDetails": "MailUser", "IsDirSynced": false}
                """.formatted(id));
        try (RunningSimulator simulator = new RunningSimulator(directory.resolve("data"), Map.of(), world)) {
            // When
            rename(simulator, "away@fabrikam.example", "away@fabrikam.onmicrosoft.com");
            // Then
            assertThat(CloudTenant.source(simulator).values("Get-MailUser", "away", "UserPrincipalName"))
                    .containsExactly("away@fabrikam.onmicrosoft.com");
            assertThat(CloudTenant.source(simulator).values("Get-MailUser", "away", "EmailAddresses"))
                    .hasSize(1);
            assertThat(CloudTenant.source(simulator)
                            .invoke("Get-MailUser", "{\"Identity\": \"away\"}")
                            .body())
                    .as("the primary address stays outside")
                    .contains("\"SMTP:away@elsewhere.example\",\"smtp:away@fabrikam.onmicrosoft.com\"");
        }
    }

    private RunningSimulator serve(Map<String, Object> settings) {
        return new RunningSimulator(directory.resolve("data"), settings, SampleWorld.FOLDER);
    }

    private static void rename(RunningSimulator simulator, String from, String to) {
        assertThat(CloudTenant.source(simulator)
                        .patch("/users/" + from, "{\"userPrincipalName\": \"" + to + "\"}")
                        .status())
                .isEqualTo(204);
    }

    private static List<String> addresses(RunningSimulator simulator) {
        return CloudTenant.source(simulator)
                .invoke("Get-Mailbox", "{\"Identity\": \"olu.abel\"}")
                .json()
                .path("value")
                .path(0)
                .path("EmailAddresses")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
