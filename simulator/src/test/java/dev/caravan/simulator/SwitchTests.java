package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Microsoft does not say is a switch, and each of its positions is played.
class SwitchTests {

    private static final String FIRST = """
            {"pages": "first-alone", "forceDelete": "allowed", "texts": "documented", "absence": "not-found",
             "deletedReferences": "hidden", "syncSwitch": "forbidden", "syncOffTime": "PT24H",
             "groupAddresses": "removed", "sharePointAddresses": "put-back", "removal": "in-progress",
             "verification": "immediate", "uploads": "megabytes-15"}""";

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static CloudTenant tenant;

    @BeforeAll
    static void start() throws IOException {
        Path world = DomainWorld.in(directory);
        SampleWorld.change(
                world,
                "source/tenant.json",
                before -> before.replace("\"onPremisesSyncEnabled\": null", "\"onPremisesSyncEnabled\": true"));
        simulator = new RunningSimulator(directory.resolve("data"), world);
        tenant = CloudTenant.source(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void everyOneInItsFirstPosition() {
        assertThat(put(FIRST).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("G.8 [M: G2O] without ResultSize=Unlimited the first answer has one object, a link and a warning")
    void the_first_row_comes_alone() {
        // When
        JsonNode cut = tenant.invoke("Get-Mailbox", "{}").json();
        JsonNode whole =
                tenant.invoke("Get-Mailbox", "{\"ResultSize\": \"Unlimited\"}").json();
        // Then
        assertThat(cut.path("value")).hasSize(1);
        assertThat(cut.path("@odata.nextLink").asString()).contains("$skiptoken=1");
        assertThat(cut.path("@adminapi.warnings").path(0).asString()).startsWith("There are more results");
        assertThat(whole.path("value").size()).isGreaterThan(50);
        assertThat(whole.path("@adminapi.warnings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ResultSize\": 3}", "{\"ResultSize\": \"Unlimited\"}"})
    @DisplayName("G.8 [M: AZA] ResultSize is ignored, and pages have the size that Prefer asks for")
    void pages_have_the_size_that_is_preferred(String parameters) {
        // Given
        put("{\"pages\": \"by-size\"}");
        // When
        JsonNode page = tenant.invoke("Get-Mailbox", parameters, Map.of("Prefer", "odata.maxpagesize=20"))
                .json();
        // Then
        assertThat(page.path("value")).hasSize(20);
        assertThat(page.path("@odata.nextLink").asString()).contains("$skiptoken=20");
        assertThat(page.path("@adminapi.warnings")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"partner, partner cannot remove", "purchased, bought through Microsoft 365"})
    @DisplayName("C.4 [C: GDC, ENTRA] forceDelete fails if the caller is a partner or the domain was bought via M365")
    void force_is_refused(String position, String reason) {
        // Given
        put("{\"forceDelete\": \"" + position + "\"}");
        // When
        Reply reply = tenant.graph("POST", "/domains/app.example/forceDelete", "{}");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains(reason);
        assertThat(tenant.get("/domains/app.example").json().has("state")).isFalse();
    }

    @Test
    @DisplayName("C.4 [C] a domain that was bought through M365 is not removed at all")
    void a_purchased_domain_stays() {
        // Given
        put("{\"forceDelete\": \"purchased\"}");
        // When
        Reply reply = tenant.delete("/domains/spare.example");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains("bought through Microsoft 365");
    }

    @Test
    @DisplayName("C.4 [C: GDC, ENTRA] forceDelete is 204 where it is allowed")
    void force_is_allowed() {
        // When
        Reply reply = tenant.graph("POST", "/domains/forced.example/forceDelete", "{\"disableUserAccounts\": false}");
        // Then
        assertThat(reply.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "documented, Request_BadRequest, Unable to remove this domain.",
        "reworded, BadRequest, One or more objects still depend"
    })
    @DisplayName("G.3 not confirmed: how a removal is refused while something refers to the domain")
    void a_refused_removal_reads_in_two_ways(String position, String code, String text) {
        // Given
        put("{\"texts\": \"" + position + "\"}");
        // When
        Reply reply = tenant.delete("/domains/sip.example");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").path("code").asString()).isEqualTo(code);
        assertThat(message(reply)).startsWith(text);
    }

    @ParameterizedTest
    @CsvSource({
        "documented, Request_BadRequest, associated with another Microsoft hosted service",
        "reworded, BadRequest, or for another Microsoft Online Services account"
    })
    @DisplayName("G.3 not confirmed: how verify says that another tenant has the domain")
    void a_refused_proof_reads_in_two_ways(String position, String code, String text) {
        // Given
        CloudTenant destination = CloudTenant.destination(simulator);
        destination.addAndProve("spare.example");
        put("{\"texts\": \"" + position + "\"}");
        // When
        Reply reply = destination.verify("spare.example");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").path("code").asString()).isEqualTo(code);
        assertThat(message(reply)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "documented, DataValidationException|There is no primary SMTP address.",
        "reworded, RecipientTaskException|You can't remove the primary email address."
    })
    @DisplayName("G.4 not confirmed: how Exchange says that the primary address cannot go")
    void a_kept_primary_reads_in_two_ways(String position, String text) {
        // Given
        put("{\"texts\": \"" + position + "\"}");
        // When
        Reply reply = tenant.invoke("Set-Mailbox", """
                {"Identity": "ada.abel", "EmailAddresses": {"@odata.type": "#Exchange.GenericHashTable",
                 "Remove": "ada.abel@fabrikam.example"}}""");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "documented, ProxyAddressExistsException|The proxy address \"SMTP:bjorn.abel@fabrikam.example\" is already",
        "reworded, is already being used by the proxy addresses or LegacyExchangeDN."
    })
    @DisplayName("C.1 [C: SUP] that an address is taken reads in two ways")
    void a_taken_address_reads_in_two_ways(String position, String text) {
        // Given
        put("{\"texts\": \"" + position + "\"}");
        // When
        Reply reply = tenant.invoke("Set-Mailbox", """
                {"Identity": "ada.abel", "EmailAddresses": {"@odata.type": "#Exchange.GenericHashTable",
                 "Add": "bjorn.abel@fabrikam.example"}}""");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"not-found, 404, NotFound", "internal-error, 500, InternalServerError"})
    @DisplayName("B.5 [M: AZA] a missing object is a 404, and was a 500 in older deployments")
    void a_missing_object_is_answered_in_two_ways(String position, int status, String code) {
        // Given
        put("{\"absence\": \"" + position + "\"}");
        // When
        Reply reply = tenant.invoke("Get-Mailbox", "{\"Identity\": \"nobody\"}");
        // Then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("error").path("code").asString()).isEqualTo(code);
        assertThat(message(reply))
                .contains("|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|");
    }

    @Test
    @DisplayName("G.6 not confirmed: domainNameReferences lists soft-deleted objects, or does not")
    void deleted_objects_are_listed_or_hidden_and_keep_the_domain_either_way() {
        // When
        String hidden =
                tenant.get("/domains/deleted.example/domainNameReferences").body();
        put("{\"deletedReferences\": \"listed\"}");
        String listed =
                tenant.get("/domains/deleted.example/domainNameReferences").body();
        // Then
        assertThat(hidden).doesNotContain("gone@fabrikam");
        assertThat(listed).contains("#microsoft.graph.user", "gone@fabrikam.onmicrosoft.com");
        assertThat(tenant.delete("/domains/deleted.example").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"forbidden, 403", "allowed, 204"})
    @DisplayName("G.2 not confirmed: an application may switch onPremisesSyncEnabled, or may not")
    void the_synchronisation_is_switched_by_an_application_or_not(String position, int status) {
        // Given
        put("{\"syncSwitch\": \"" + position + "\"}");
        // When
        Reply reply = tenant.patch("/organization/" + tenant.id(), "{\"onPremisesSyncEnabled\": false}");
        // Then
        assertThat(reply.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(reply.body())
                    .contains("Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "PT40H"})
    @DisplayName("C.4 [C: M365D] a released domain takes from five minutes to forty hours")
    void a_release_takes_from_five_minutes_to_forty_hours(String time) {
        // When
        Reply reply = simulator.send("PUT", "/sim/domains", "{\"release\": \"" + time + "\"}", null);
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("release").asString()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"pages\": \"never\"}", "{\"syncOffTime\": \"PT1H\"}", "{\"syncOffTime\": \"PT73H\"}"})
    void what_is_no_position_is_refused(String positions) {
        // When
        Reply reply = put(positions);
        // Then
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void positions_are_settings_and_outlive_the_process() {
        // Given
        Path data = directory.resolve("other");
        Map<String, Object> settings =
                Map.of("simulator.unclear.pages", "by-size", "simulator.unclear.texts", "reworded");
        // When
        try (RunningSimulator first = new RunningSimulator(data, settings, SampleWorld.FOLDER)) {
            first.send("PUT", "/sim/unclear", "{\"absence\": \"internal-error\", \"syncOffTime\": \"PT48H\"}", null);
        }
        try (RunningSimulator second = new RunningSimulator(data, SampleWorld.FOLDER)) {
            // Then
            assertThat(second.get("/sim/unclear").json())
                    .isEqualTo(JsonMapper.shared().readTree("""
                    {"pages": "by-size", "forceDelete": "allowed", "texts": "reworded", "absence": "internal-error",
                     "deletedReferences": "hidden", "syncSwitch": "forbidden", "syncOffTime": "PT48H",
                     "groupAddresses": "removed", "sharePointAddresses": "put-back", "removal": "in-progress",
                     "verification": "immediate", "uploads": "megabytes-15"}"""));
        }
    }

    private static Reply put(String positions) {
        return simulator.send("PUT", "/sim/unclear", positions, null);
    }
}
