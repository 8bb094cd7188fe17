package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What programs may change in a tenant, and what they may not.
class TenantChangesTests {

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static SourceTenant tenant;

    @BeforeAll
    static void start() {
        simulator = new RunningSimulator(directory.resolve("data"), SampleWorld.FOLDER);
        tenant = new SourceTenant(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("C.1 [C: OPS] a hash table is a delta")
    void an_address_is_added_in_exchange_and_in_the_directory() {
        // When
        Reply reply = tenant.invoke("Set-Mailbox", changed("bela.dahl", "\"Add\": \"smtp:bd@fabrikam.example\""));
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("value")).isEmpty();
        assertThat(addresses("bela.dahl")).contains("smtp:bd@fabrikam.example", "SMTP:bela.dahl@fabrikam.example");
        assertThat(tenant.get("/users/bela.dahl@fabrikam.example?$select=proxyAddresses")
                        .body())
                .contains("smtp:bd@fabrikam.example");
        assertThat(effects()).contains("+smtp:bd@fabrikam.example");
    }

    @Test
    void what_is_so_already_changes_nothing_and_says_so() {
        // Given
        String before = effects();
        // When
        Reply reply =
                tenant.invoke("Set-Mailbox", changed("olu.abel", "\"Add\": [\"smtp:olu.abel@fabrikam.example\"]"));
        // Then
        assertThat(reply.json().path("@adminapi.warnings").path(0).asString()).contains("no settings of 'olu.abel'");
        assertThat(effects()).isEqualTo(before);
    }

    @Test
    @DisplayName("C.1 [P] adding SMTP: promotes and demotes the former primary")
    void a_new_primary_address_makes_the_old_one_another() {
        // When
        tenant.invoke("Set-Mailbox", changed("tala.fuchs", "\"Add\": \"SMTP:tala@fabrikam.example\""));
        // Then
        assertThat(addresses("tala.fuchs")).contains("SMTP:tala@fabrikam.example", "smtp:tala.fuchs@fabrikam.example");
        assertThat(one("tala.fuchs").path("PrimarySmtpAddress").asString()).isEqualTo("tala@fabrikam.example");
        assertThat(tenant.get("/users/tala.fuchs@fabrikam.example")
                        .json()
                        .path("mail")
                        .asString())
                .isEqualTo("tala@fabrikam.example");
    }

    @Test
    @DisplayName("C.1 [C: OPS] a list replaces all, and its first becomes primary where none is marked")
    void a_list_replaces_all_addresses_and_its_first_becomes_primary() {
        // When
        tenant.invoke(
                "Set-Mailbox",
                "{\"Identity\": \"freya.brandt\", \"EmailAddresses\": [\"x500:/o=a b\", \"fb@fabrikam.example\","
                        + " \"smtp:fb2@fabrikam.example\"]}");
        // Then
        assertThat(addresses("freya.brandt"))
                .filteredOn(address -> !address.startsWith("SPO:"))
                .containsExactlyInAnyOrder("x500:/o=a b", "SMTP:fb@fabrikam.example", "smtp:fb2@fabrikam.example");
    }

    @Test
    @DisplayName("0.6 [C: OPS] groups have PrimarySmtpAddress, never in one command with EmailAddresses")
    void a_group_is_given_a_primary_address_but_not_together_with_a_list() {
        // When
        Reply both = tenant.invoke(
                "Set-DistributionGroup",
                "{\"Identity\": \"List 3\", \"PrimarySmtpAddress\": \"l3@fabrikam.example\", \"EmailAddresses\": []}");
        Reply one = tenant.invoke(
                "Set-DistributionGroup", "{\"Identity\": \"List 3\", \"PrimarySmtpAddress\": \"l3@fabrikam.example\"}");
        // Then
        assertThat(both.status()).isEqualTo(400);
        assertThat(one.status()).isEqualTo(200);
        assertThat(tenant.invoke("Get-DistributionGroup", "{\"Identity\": \"List 3\"}")
                        .body())
                .contains("SMTP:l3@fabrikam.example", "smtp:list3@fabrikam.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"Remove\": \"SMTP:ada.abel@fabrikam.example\"   | no primary SMTP address",
                "\"Add\": \"smtp:a@unknown.example\"              | not an accepted domain",
                "\"Add\": \"smtp:bjorn.abel@fabrikam.example\"    | already being used by",
                "\"Add\": \"smtp:ugo.jansen@fabrikam.example\"    | already being used by",
                "\"Add\": \"smtp:list1@fabrikam.example\"         | already being used by",
                "\"Add\": \"smtp:two words@fabrikam.example\"     | doesn't have a valid SMTP syntax"
            })
    void what_must_not_be_is_refused_and_changes_nothing(String change, String reason) {
        // Given
        List<String> before = addresses("ada.abel");
        // When
        Reply reply = tenant.invoke("Set-Mailbox", changed("ada.abel", change));
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json()
                        .path("error")
                        .path("details")
                        .path(0)
                        .path("message")
                        .asString())
                .contains(reason);
        assertThat(addresses("ada.abel")).isEqualTo(before);
    }

    @Test
    void a_table_without_its_type_cannot_be_bound() {
        // When
        Reply reply = tenant.invoke(
                "Set-Mailbox",
                "{\"Identity\": \"ada.abel\", \"EmailAddresses\": {\"Add\": \"smtp:x@fabrikam.example\"}}");
        // Then
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    @DisplayName("0.6 [C: OPS] Set-Mailbox has no PrimarySmtpAddress")
    void a_mailbox_has_no_parameter_for_its_primary_address() {
        // When
        Reply reply = tenant.invoke(
                "Set-Mailbox", "{\"Identity\": \"ada.abel\", \"PrimarySmtpAddress\": \"x@fabrikam.example\"}");
        // Then
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void a_user_gets_another_name_and_the_mailbox_an_address_of_it() {
        // When
        Reply reply = tenant.patch(
                "/users/iris.rossi@fabrikam-group.example",
                "{\"userPrincipalName\": \"iris@fabrikam.onmicrosoft.com\"}");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(tenant.get("/users/iris@fabrikam.onmicrosoft.com").status()).isEqualTo(200);
        assertThat(one("iris.rossi").path("UserPrincipalName").asString()).isEqualTo("iris@fabrikam.onmicrosoft.com");
        assertThat(addresses("iris.rossi"))
                .contains("smtp:iris@fabrikam.onmicrosoft.com", "SMTP:iris.rossi@fabrikam-group.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userPrincipalName\": \"ada@unknown.example\"}",
                "{\"userPrincipalName\": \"ada åbel@fabrikam.example\"}",
                "{\"userPrincipalName\": \"bjorn.abel@fabrikam.example\"}",
                "{\"proxyAddresses\": []}",
                "{\"mail\": \"ada@fabrikam.example\"}",
                "{\"displayName\": \"\"}",
                "{\"accountEnabled\": \"no\"}",
                "{\"usageLocation\": \"Germany\"}",
                "{}"
            })
    void what_a_user_must_not_be_is_refused(String body) {
        // When
        Reply reply = tenant.patch("/users/ada.abel@fabrikam.example", body);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(tenant.get("/users/ada.abel@fabrikam.example").status()).isEqualTo(200);
    }

    @Test
    void a_refused_request_keeps_nothing_of_what_it_had_begun() {
        // Given
        String before = effects();
        // When
        Reply reply = tenant.patch(
                "/users/nia.duarte@fabrikam.example",
                "{\"displayName\": \"Changed\", \"userPrincipalName\": \"bjorn.abel@fabrikam.example\"}");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(effects()).isEqualTo(before);
    }

    @Test
    @DisplayName("C.5 [C: ENTRA, SUP] a tenant has one default domain")
    void one_domain_is_the_default() {
        // When
        Reply reply = tenant.patch("/domains/fabrikam.onmicrosoft.com", "{\"isDefault\": true}");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(tenant.all("/domains").stream()
                        .filter(domain -> domain.path("isDefault").asBoolean())
                        .map(domain -> domain.path("id").asString()))
                .containsExactly("fabrikam.onmicrosoft.com");
    }

    @Test
    void a_change_outlives_the_process_and_stands_in_the_dump() throws IOException {
        // Given
        Path data = directory.resolve("killed");
        Path dump = directory.resolve("dump");
        try (RunningSimulator first = new RunningSimulator(data, SampleWorld.FOLDER)) {
            new SourceTenant(first).invoke("Set-Mailbox", changed("room0", "\"Add\": \"smtp:r0@fabrikam.example\""));
        }
        // When
        try (RunningSimulator second = new RunningSimulator(data, SampleWorld.FOLDER)) {
            String room = new SourceTenant(second)
                    .invoke("Get-Mailbox", "{\"Identity\": \"room0\"}")
                    .body();
            second.post("/sim/dump", "{\"dir\": \"" + dump + "\"}");
            // Then
            assertThat(room).contains("smtp:r0@fabrikam.example");
        }
        Path world = dump.resolve("fabrikam-to-contoso");
        assertThat(Files.readString(world.resolve("source/exchange/mailboxes.jsonl")))
                .contains("smtp:r0@fabrikam.example");
        assertThat(Files.readString(world.resolve("source/graph/users.jsonl"))).contains("smtp:r0@fabrikam.example");
        assertThat(world.resolve("source/graph/groups.jsonl"))
                .hasSameBinaryContentAs(SampleWorld.FOLDER.resolve("source/graph/groups.jsonl"));
    }

    private static String changed(String identity, String table) {
        return "{\"Identity\": \"%s\", \"EmailAddresses\": {\"@odata.type\": \"#Exchange.GenericHashTable\", %s}}"
                .formatted(identity, table);
    }

    private static JsonNode one(String identity) {
        return tenant.invoke("Get-Mailbox", "{\"Identity\": \"" + identity + "\"}")
                .json()
                .path("value")
                .path(0);
    }

    private static List<String> addresses(String identity) {
        return one(identity)
                .path("EmailAddresses")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String effects() {
        return simulator
                .get("/sim/calls")
                .json()
                .valueStream()
                .flatMap(call -> call.path("effect").valueStream())
                .map(JsonNode::asString)
                .reduce("", (all, one) -> all + one + "\n");
    }
}
