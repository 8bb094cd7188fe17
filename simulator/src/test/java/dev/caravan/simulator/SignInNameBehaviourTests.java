package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What names to sign in with can be, and what becomes of mailboxes without a licence.
class SignInNameBehaviourTests {

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static CloudTenant tenant;

    @BeforeAll
    static void start() throws IOException {
        simulator = new RunningSimulator(directory.resolve("data"), world());
        tenant = CloudTenant.source(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static final String ADA = "/users/ada.abel@fabrikam.example";

    private static Path world() throws IOException {
        Path world = DomainWorld.in(directory);
        SampleWorld.change(
                world,
                "source/exchange/mailboxes.jsonl",
                before -> before.lines()
                        .map(line -> line.contains("\"Alias\": \"bjorn.abel\"")
                                ? line.replace("\"LitigationHoldEnabled\": false", "\"LitigationHoldEnabled\": true")
                                : line)
                        .collect(Collectors.joining("\n", "", "\n")));
        return world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.abel@nobody.example", "ada.abel@fabrikam", "ada.abel"})
    @DisplayName("C.2 [P] the domain of a name must be a verified one")
    void a_name_lies_in_a_verified_domain(String name) {
        // When
        Reply reply = rename(name);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").path("code").asString()).isEqualTo("Request_BadRequest");
        assertThat(message(reply))
                .isEqualTo("The domain portion of the userPrincipalName property is invalid. You must use one of the"
                        + " verified domain names in your organization.");
    }

    @Test
    @DisplayName("C.2 [P] a name that somebody has is an ObjectConflict of userPrincipalName")
    void a_name_is_one_persons() {
        // When
        Reply reply = rename("bjorn.abel@fabrikam.example");
        // Then
        JsonNode error = reply.json().path("error");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(error.path("code").asString()).isEqualTo("Request_BadRequest");
        assertThat(error.path("message").asString())
                .isEqualTo("Another object with the same value for property userPrincipalName already exists.");
        assertThat(error.path("details").path(0).path("code").asString()).isEqualTo("ObjectConflict");
        assertThat(error.path("details").path(0).path("target").asString()).isEqualTo("userPrincipalName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ädä", "a da", "a+da", "a&da", "a%da", "a*da", "a/da", "a,da"})
    @DisplayName("C.2 [C: SDKJ] a name has A-Z a-z 0-9 ' . - _ ! # ^ ~ and no accents")
    void a_name_has_few_letters(String local) {
        // When
        Reply reply = rename(local + "@fabrikam.example");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains("Invalid value specified for property 'userPrincipalName'");
    }

    @Test
    @DisplayName("C.2 [C: SDKJ] these letters are all allowed")
    void a_name_may_have_these_letters() {
        // When
        Reply reply = tenant.patch(
                "/users/talks@fabrikam.onmicrosoft.com",
                "{\"userPrincipalName\": \"Ta-1_k's!#^~.x@fabrikam.onmicrosoft.com\"}");
        // Then
        assertThat(reply.status()).isEqualTo(204);
    }

    @Test
    @DisplayName("C.2, C.5 [C: ENTRA] another default domain changes nobody's name")
    void another_default_domain_changes_no_names() {
        // Given
        String before =
                tenant.get("/users?$select=id,userPrincipalName&$top=999").body();
        // When
        Reply reply = tenant.patch("/domains/fabrikam.onmicrosoft.com", "{\"isDefault\": true}");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(tenant.get("/users?$select=id,userPrincipalName&$top=999").body())
                .isEqualTo(before);
        tenant.patch("/domains/fabrikam.example", "{\"isDefault\": true}");
    }

    @Test
    @DisplayName("C.2 [C: SUP 3158794] only a mailbox without hold is disconnected with its licence")
    void a_mailbox_on_hold_outlives_its_licence() {
        // Given
        JsonNode licence = tenant.get("/users/bjorn.abel@fabrikam.example?$select=assignedLicenses")
                .json()
                .path("assignedLicenses")
                .path(0)
                .path("skuId");
        String body = "{\"addLicenses\": [], \"removeLicenses\": [" + licence + "]}";
        // When
        Reply held = tenant.graph("POST", "/users/bjorn.abel@fabrikam.example/assignLicense", body);
        Reply other = tenant.graph("POST", "/users/olu.abel@fabrikam.example/assignLicense", body);
        // Then
        assertThat(held.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(200);
        assertThat(tenant.invoke("Get-Mailbox", "{\"Identity\": \"bjorn.abel\"}")
                        .status())
                .isEqualTo(200);
        assertThat(tenant.invoke("Get-Mailbox", "{\"Identity\": \"olu.abel\"}").status())
                .isEqualTo(404);
    }

    private static Reply rename(String name) {
        return tenant.patch(ADA, "{\"userPrincipalName\": \"" + name + "\"}");
    }
}
