package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
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

/// What stands in the way of a domain's removal, and what does away with it.
class DomainRemovalTests {

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static CloudTenant tenant;

    @BeforeAll
    static void start() throws IOException {
        simulator = new RunningSimulator(directory.resolve("data"), DomainWorld.in(directory));
        tenant = CloudTenant.source(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fabrikam.onmicrosoft.com | You cannot remove the initial domain created for you",
                "fabrikam.example         | You cannot delete the default domain",
                "parent.example           | You cannot remove a domain that has subdomains",
                "fabrikam-group.example   | Unable to remove this domain. Use Get-MsolUser -DomainName",
                "deleted.example          | Unable to remove this domain. Use Get-MsolUser -DomainName",
                "contact.example          | Unable to remove this domain. Use Get-MsolUser -DomainName",
                "folder.example           | Unable to remove this domain. Use Get-MsolUser -DomainName",
                "dynamic.example          | Unable to remove this domain. Use Get-MsolUser -DomainName",
                "sip.example              | Unable to remove this domain. Use Get-MsolUser -DomainName",
                "app.example              | An Error Occurred"
            })
    @DisplayName("C.4 [C: ENTRA, SUP; P/I: what was deleted] whatever refers to a domain keeps it, with 400")
    void whatever_refers_to_a_domain_keeps_it(String domain, String reason) {
        // When
        Reply reply = tenant.delete("/domains/" + domain);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").path("code").asString()).isEqualTo("Request_BadRequest");
        assertThat(message(reply)).startsWith(reason);
        assertThat(tenant.get("/domains/" + domain).json().has("state")).isFalse();
    }

    @Test
    void what_nobody_has_cannot_be_removed() {
        // When
        Reply reply = tenant.delete("/domains/nobody.example");
        // Then
        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    @DisplayName("C.4 [C: GDC] domain.state tells of the removal until GET gives 404")
    void an_unused_domain_is_on_its_way_out_and_can_be_used_no_more() {
        // When
        Reply reply = tenant.delete("/domains/spare.example");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        JsonNode state = tenant.get("/domains/spare.example").json().path("state");
        assertThat(state.path("status").asString()).isEqualTo("InProgress");
        assertThat(state.path("operation").asString()).isEqualTo("ForceDelete");
        assertThat(state.path("lastActionDateTime").asString()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(tenant.acceptedDomains()).doesNotContain("spare.example").contains("sip.example");
        assertThat(tenant.delete("/domains/spare.example").status()).isEqualTo(400);
        assertThat(tenant.patch("/domains/spare.example", "{\"isDefault\": true}")
                        .status())
                .isEqualTo(400);
        assertThat(tenant.add("spare.example").status()).isEqualTo(400);
        assertThat(tenant.patch(
                                "/users/ada.abel@fabrikam.example",
                                "{\"userPrincipalName\": \"ada.abel@spare.example\"}")
                        .status())
                .isEqualTo(400);
        assertThat(effects()).contains("domain spare.example is being removed; it is held until 2026-11-20T0");
    }

    @Test
    @DisplayName("C.4 [P/I] hard deletion by deletedItems frees a domain")
    void whatever_was_deleted_for_good_no_longer_keeps_a_domain() throws IOException {
        // Given
        try (RunningSimulator other =
                new RunningSimulator(directory.resolve("for-good"), DomainWorld.in(directory.resolve("w")))) {
            CloudTenant there = CloudTenant.source(other);
            String deleted = "/directory/deletedItems/7d000000-0000-4000-8000-000000000005";
            String application = "/applications/7d000000-0000-4000-8000-000000000003";
            assertThat(there.get(deleted).json().path("@odata.type").asString()).isEqualTo("#microsoft.graph.user");
            // When
            Reply forGood = there.delete(deleted);
            Reply uris = there.patch(application, "{\"identifierUris\": [\"https://x.sip.example\"]}");
            // Then
            assertThat(forGood.status()).isEqualTo(204);
            assertThat(there.get(deleted).status()).isEqualTo(404);
            assertThat(there.delete(deleted).status()).isEqualTo(404);
            assertThat(there.delete("/domains/deleted.example").status()).isEqualTo(204);
            assertThat(uris.status()).isEqualTo(204);
            assertThat(there.delete("/domains/app.example").status()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"identifierUris\": [\"https://x.unknown.example\"]}",
                "{\"identifierUris\": [\"urn:x\"]}",
                "{\"identifierUris\": [\"api://00000000-0000-4000-8000-000000000000\"]}",
                "{\"identifierUris\": [\"https://app0.fabrikam.example\"]}",
                "{\"identifierUris\": \"https://x.sip.example\"}",
                "{\"displayName\": \"Other\"}"
            })
    void an_application_gets_no_uri_that_is_not_the_tenants(String body) {
        // When
        Reply reply = tenant.patch("/applications/7d000000-0000-4000-8000-000000000003", body);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(tenant.get("/applications/7d000000-0000-4000-8000-000000000003")
                        .body())
                .contains("[\"https://x.app.example/y\"]");
    }

    @Test
    @DisplayName("C.4 [C: GDC, ENTRA] forceDelete renames users, groups and identifierUris to the initial domain")
    void a_forced_removal_gives_everything_a_name_in_the_initial_domain() {
        // When
        Reply reply = tenant.graph("POST", "/domains/forced.example/forceDelete", "{\"disableUserAccounts\": false}");
        // Then
        JsonNode user = tenant.get("/users/pia@fabrikam.onmicrosoft.com?$select=mail,proxyAddresses,accountEnabled")
                .json();
        JsonNode mailbox = tenant.invoke("Get-Mailbox", "{\"Identity\": \"pia\"}")
                .json()
                .path("value")
                .path(0);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(user.path("accountEnabled").asBoolean()).isTrue();
        assertThat(user.path("mail").asString()).isEqualTo("pia@fabrikam.onmicrosoft.com");
        assertThat(texts(user.path("proxyAddresses")))
                .containsExactlyInAnyOrder(
                        "SMTP:pia@fabrikam.onmicrosoft.com", "smtp:p@fabrikam.onmicrosoft.com", "X500:/o=x");
        assertThat(mailbox.path("UserPrincipalName").asString()).isEqualTo("pia@fabrikam.onmicrosoft.com");
        assertThat(mailbox.path("PrimarySmtpAddress").asString()).isEqualTo("pia@fabrikam.onmicrosoft.com");
        assertThat(texts(mailbox.path("EmailAddresses"))).contains("SMTP:pia@fabrikam.onmicrosoft.com");
        assertThat(tenant.invoke("Get-UnifiedGroup", "{\"Identity\": \"Team\"}").body())
                .contains("SMTP:team@fabrikam.onmicrosoft.com")
                .doesNotContain("forced.example");
        assertThat(tenant.get("/applications/7d000000-0000-4000-8000-00000000000c")
                        .body())
                .contains("https://app.fabrikam.onmicrosoft.com:8443/x");
        assertThat(tenant.get("/domains/forced.example")
                        .json()
                        .path("state")
                        .path("status")
                        .asString())
                .isEqualTo("InProgress");
        assertThat(effects())
                .contains(
                        "names in forced.example are in fabrikam.onmicrosoft.com\n",
                        "domain forced.example is being removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"disableUserAccounts\": null}", "{\"disableUserAccounts\": true}"})
    @DisplayName("C.4 [C: GDC, ENTRA] disableUserAccounts is true by default")
    void a_forced_removal_disables_accounts_unless_it_is_told_not_to(String body) throws IOException {
        // Given
        Path there = Path.of("disabling" + body.hashCode());
        try (RunningSimulator other = new RunningSimulator(
                directory.resolve(there).resolve("data"), DomainWorld.in(directory.resolve(there)))) {
            CloudTenant itsTenant = CloudTenant.source(other);
            // When
            itsTenant.graph("POST", "/domains/forced.example/forceDelete", body);
            // Then
            assertThat(itsTenant
                            .get("/users/pia@fabrikam.onmicrosoft.com?$select=accountEnabled")
                            .json()
                            .path("accountEnabled")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void a_forced_removal_reaches_what_was_deleted() throws IOException {
        // Given
        try (RunningSimulator other =
                new RunningSimulator(directory.resolve("reaching"), DomainWorld.in(directory.resolve("reached")))) {
            CloudTenant itsTenant = CloudTenant.source(other);
            // When
            Reply reply = itsTenant.graph("POST", "/domains/deleted.example/forceDelete", "{}");
            // Then
            assertThat(reply.status()).isEqualTo(204);
            assertThat(texts(itsTenant
                            .get("/directory/deletedItems/7d000000-0000-4000-8000-000000000005")
                            .json()
                            .path("proxyAddresses")))
                    .containsExactly("SMTP:gone@fabrikam.onmicrosoft.com");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fabrikam.onmicrosoft.com | {} | initial domain",
                "fabrikam.example         | {} | default domain",
                "federated.example        | {} | federated",
                "parent.example           | {} | subdomains",
                "fabrikam-group.example   | {} | Exchange provisions",
                "contact.example          | {} | Exchange provisions",
                "folder.example           | {} | Exchange provisions",
                "twice.example            | {} | same value for property userPrincipalName",
                "app.example              | {\"force\": true} | does not exist",
                "app.example              | {\"disableUserAccounts\": \"no\"} | true or false"
            })
    @DisplayName("C.4 [C: GDC, ENTRA] forceDelete fails for default, federated and Exchange-mastered")
    void what_force_cannot_do_it_refuses_and_changes_nothing(String domain, String body, String reason) {
        // Given
        String before = effects();
        // When
        Reply reply = tenant.graph("POST", "/domains/" + domain + "/forceDelete", body);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains(reason);
        assertThat(effects()).isEqualTo(before);
    }

    @Test
    @DisplayName("C.4 [C: GDC, ENTRA] forceDelete fails for multi-tenant applications and more than 1000 objects")
    void force_does_not_reach_applications_of_many_tenants_nor_a_thousand_and_one_objects() throws IOException {
        // Given
        Path folder = DomainWorld.in(directory.resolve("many"));
        SampleWorld.change(
                folder,
                "source/graph/applications.jsonl",
                before -> before.replace(
                        "\"signInAudience\": \"AzureADMyOrg\", \"identifierUris\": [\"https://x.app",
                        "\"signInAudience\": \"AzureADMultipleOrgs\", \"identifierUris\": [\"https://x.app"));
        StringBuilder users = new StringBuilder();
        for (int number = 0; number < 1001; number++) {
            users.append("{\"id\": \"7e000000-0000-4000-8000-%012d\", \"userPrincipalName\": \"u%d@spare.example\"}\n"
                    .formatted(number, number));
        }
        SampleWorld.change(folder, "source/graph/users.jsonl", before -> before + users);
        try (RunningSimulator other = new RunningSimulator(directory.resolve("many-data"), folder)) {
            CloudTenant itsTenant = CloudTenant.source(other);
            // When
            Reply application = itsTenant.graph("POST", "/domains/app.example/forceDelete", "{}");
            Reply thousand = itsTenant.graph("POST", "/domains/spare.example/forceDelete", "{}");
            // Then
            assertThat(message(application)).contains("multi-tenant application");
            assertThat(message(thousand)).contains("more than 1000");
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
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
