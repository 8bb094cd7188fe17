package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Users that come, go and come back.
class TenantUsersTests {

    private static final String SKU = "/subscribedSkus";

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static CloudTenant tenant;

    @BeforeAll
    static void start() {
        simulator = new RunningSimulator(directory.resolve("data"), SampleWorld.FOLDER);
        tenant = CloudTenant.destination(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("C.10 [C docs] a new user is 201")
    void a_new_user_has_a_name_and_no_mailbox() {
        // When
        Reply reply = tenant.graph("POST", "/users", user("nora", "Aa1!aaaa", ", \"usageLocation\": \"US\""));
        // Then
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("userPrincipalName").asString()).isEqualTo("nora@contoso.example");
        assertThat(tenant.get("/users/nora@contoso.example?$select=usageLocation,accountEnabled,proxyAddresses,id")
                        .body())
                .contains("\"usageLocation\":\"US\"", "\"accountEnabled\":true", "\"proxyAddresses\":[]");
        assertThat(tenant.invoke("Get-Mailbox", "{\"Identity\": \"nora@contoso.example\"}")
                        .status())
                .isEqualTo(404);
        assertThat(simulator.get("/sim/calls").body())
                .contains("is new: nora@contoso.example")
                .doesNotContain("Aa1!aaaa");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "NAME: \"nora@C\" | NAME: \"nora@new.example\" | domain portion",
                "NAME: \"nora@C\" | NAME: \"zoe.lund@C\" | userPrincipalName already exists",
                "NAME: \"nora@C\" | NAME: \"zoe.lund@contoso.onmicrosoft.com\" | proxyAddresses already exists",
                "\"accountEnabled\": true, | | 'accountEnabled'",
                "\"displayName\": \"nora\", | | 'displayName'",
                "\"mailNickname\": \"nora\", | \"mailNickname\": \"no ra\", | 'mailNickname'",
                "PASSWORD: {\"password\": \"Aa1!aaaa\"} | \"jobTitle\": null | 'passwordProfile'",
                "Aa1!aaaa | aaaaaaaa | password complexity",
                "PASSWORD: | \"usageLocation\": \"Germany\", PASSWORD: | 'usageLocation'",
                "PASSWORD: | \"proxyAddresses\": [], PASSWORD: | read-only",
                "PASSWORD: | \"shoeSize\": 38, PASSWORD: | not simulated"
            })
    void what_a_new_user_must_not_be_is_refused(String part, String instead, String reason) {
        // Given
        String body = user("nora", "Aa1!aaaa", "")
                .replace("nora@", "nobody@")
                .replace(written(part), instead == null ? "" : written(instead));
        // When
        Reply reply = tenant.graph("POST", "/users", body);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(CloudTenant.message(reply)).contains(reason);
    }

    @Test
    void a_deleted_user_comes_back_with_mailbox_licence_and_memberships() {
        // Given
        CloudTenant source = CloudTenant.source(simulator);
        String id = "9a1e40b4-5815-4a99-99e2-d15364c7a500";
        String guid = source.values("Get-Mailbox", "ada.fuchs", "Guid").getFirst();
        int units = consumed(source);
        // When
        Reply deleted = source.delete("/users/ada.fuchs@fabrikam-group.example");
        int fewer = consumed(source);
        int others = source.values("Get-DistributionGroupMember", "List 1", "Identity")
                .size();
        String softDeleted = source.invoke("Get-Recipient", """
                        {"Identity": "ada.fuchs@fabrikam-group.example", "IncludeSoftDeletedRecipients": true}""").body();
        Reply restored = source.graph("POST", "/directory/deletedItems/" + id + "/restore", "{}");
        // Then
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(fewer).isEqualTo(units - 1);
        assertThat(others).isEqualTo(5);
        assertThat(softDeleted).contains("Soft Deleted Objects");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.json().path("@odata.type").asString()).isEqualTo("#microsoft.graph.user");
        assertThat(consumed(source)).isEqualTo(units);
        assertThat(source.values("Get-Mailbox", "ada.fuchs", "Guid")).containsExactly(guid);
        assertThat(source.values("Get-DistributionGroupMember", "List 1", "Identity"))
                .hasSize(6);
    }

    @Test
    void whose_name_another_has_meanwhile_does_not_come_back_nor_who_was_deleted_for_good() {
        // Given
        String id =
                tenant.get("/users/ivo.varga@contoso.example").json().path("id").asString();
        tenant.delete("/users/" + id);
        tenant.graph("DELETE", "/directory/deletedItems/" + id, null);
        tenant.graph("POST", "/users", user("ivo.varga", "Aa1!aaaa", ""));
        String second =
                tenant.get("/users/ivo.varga@contoso.example").json().path("id").asString();
        tenant.delete("/users/" + second);
        tenant.graph("POST", "/users", user("ivo.varga", "Aa1!aaaa", ""));
        // When
        Reply gone = tenant.graph("POST", "/directory/deletedItems/" + id + "/restore", "{}");
        Reply taken = tenant.graph("POST", "/directory/deletedItems/" + second + "/restore", "{}");
        // Then
        assertThat(gone.status()).isEqualTo(404);
        assertThat(taken.status()).isEqualTo(400);
        assertThat(CloudTenant.message(taken)).contains("userPrincipalName already exists");
    }

    @Test
    void whose_address_another_has_comes_back_without_it_if_the_caller_wants_that() throws IOException {
        // Given
        String id = "7d000000-0000-4000-8000-000000000001";
        Path world = SampleWorld.copyTo(directory.resolve("taken"));
        SampleWorld.change(world, "destination/graph/deletedUsers.jsonl", _ -> """
                {"id": "%s", "userPrincipalName": "gone@contoso.example", "displayName": "Gone", "proxyAddresses": \
                ["SMTP:gone@contoso.example", "smtp:zoe.lund@contoso.example"]}
                """.formatted(id));
        try (RunningSimulator taken = new RunningSimulator(directory.resolve("taken-data"), world)) {
            CloudTenant there = CloudTenant.destination(taken);
            String path = "/directory/deletedItems/" + id + "/restore";
            // When
            Reply refused = there.graph("POST", path, null);
            Reply restored = there.graph("POST", path, "{\"autoReconcileProxyConflict\": true}");
            // Then
            assertThat(CloudTenant.message(refused)).contains("proxyAddresses already exists");
            assertThat(restored.status()).isEqualTo(200);
            assertThat(there.get("/users/" + id + "?$select=proxyAddresses").body())
                    .contains("[\"SMTP:gone@contoso.example\"]");
        }
    }

    @Test
    @DisplayName("C.4 [P/I] deleted users come back for 30 days")
    void nobody_comes_back_after_thirty_days() {
        // Given
        try (RunningSimulator later = new RunningSimulator(directory.resolve("later"), SampleWorld.FOLDER)) {
            CloudTenant there = CloudTenant.destination(later);
            String id = there.get("/users/zoe.lund@contoso.example")
                    .json()
                    .path("id")
                    .asString();
            there.delete("/users/" + id);
            later.pass(Duration.ofDays(31));
            // When
            Reply reply = there.graph("POST", "/directory/deletedItems/" + id + "/restore", "{}");
            // Then
            assertThat(reply.status()).isEqualTo(404);
        }
    }

    private static String written(String part) {
        return part.replace("NAME", "\"userPrincipalName\"")
                .replace("PASSWORD", "\"passwordProfile\"")
                .replace("@C", "@contoso.example")
                .replace("nora@", "nobody@");
    }

    static String user(String nick, String password, String more) {
        return """
                {"accountEnabled": true, "displayName": "%s", "mailNickname": "%s",
                 "userPrincipalName": "%s@contoso.example"%s, "passwordProfile": {"password": "%s"}}""".formatted(nick, nick, nick, more, password);
    }

    static int consumed(CloudTenant tenant) {
        JsonNode skus = tenant.get(SKU).json().path("value");
        return skus.path(0).path("consumedUnits").asInt();
    }
}
