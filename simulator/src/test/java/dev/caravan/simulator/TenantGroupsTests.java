package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Groups that the directory masters, and who stands in them.
class TenantGroupsTests {

    private static final String LIST = "35c12382-2623-4807-94b3-e16961f4e7cc";
    private static final String PERSON = "9ec04ece-4350-4c17-a1e5-2f212cd552a0";
    private static final String UNLICENSED = "432f5c56-f699-45a2-94fc-135f43f97e43";

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.ofSample();

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    @Test
    void a_new_team_takes_mail_in_the_default_domain() {
        // When
        Reply reply = tenant.graph("POST", "/groups", team("wave1"));
        // Then
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("mail").asString()).isEqualTo("wave1@fabrikam.example");
        assertThat(tenant.invoke("Get-UnifiedGroup", "{\"Identity\": \"wave1\"}")
                        .body())
                .contains("SMTP:wave1@fabrikam.example", "smtp:wave1@fabrikam.onmicrosoft.com");
    }

    @Test
    void a_security_group_holds_users_without_mailbox_and_other_groups_once() {
        // Given
        String id = tenant.graph("POST", "/groups", """
                        {"displayName": "Pilots", "mailNickname": "pilots", "mailEnabled": false,
                         "securityEnabled": true, "members@odata.bind":
                         ["https://graph.microsoft.com/v1.0/directoryObjects/%s"]}""".formatted(UNLICENSED))
                .json()
                .path("id")
                .asString();
        // When
        Reply added = add(id, LIST);
        Reply twice = add(id, LIST);
        List<String> members = members(id);
        Reply removed = tenant.delete("/groups/" + id + "/members/" + UNLICENSED + "/$ref");
        Reply gone = tenant.delete("/groups/" + id + "/members/" + UNLICENSED + "/$ref");
        // Then
        assertThat(added.status()).isEqualTo(204);
        assertThat(CloudTenant.message(twice))
                .contains("already exist for the following modified properties: 'members'");
        assertThat(members).containsExactly(UNLICENSED, LIST);
        assertThat(removed.status()).isEqualTo(204);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(members(id)).containsExactly(LIST);
    }

    @Test
    @DisplayName("C.7 [C: SDKJ] Microsoft 365 groups are soft-deleted")
    void a_deleted_team_comes_back_with_its_members_and_address() {
        // Given
        String id = "f6128a30-6e62-4330-b7c6-36699b8807cc";
        // When
        Reply deleted = tenant.delete("/groups/" + id);
        int gone = tenant.invoke("Get-UnifiedGroup", "{\"Identity\": \"Project 1\"}")
                .status();
        Reply restored = tenant.graph("POST", "/directory/deletedItems/" + id + "/restore", "{}");
        // Then
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(gone).isEqualTo(404);
        assertThat(restored.status()).isEqualTo(200);
        assertThat(tenant.values("Get-UnifiedGroup", "Project 1", "PrimarySmtpAddress"))
                .containsExactly("project1@fabrikam.example");
        assertThat(members(id)).hasSize(4);
    }

    @Test
    void a_security_group_is_deleted_for_good() {
        // Given
        String id = tenant.graph("POST", "/groups", """
                        {"displayName": "Once", "mailNickname": "once", "mailEnabled": false, "securityEnabled": true}""").json().path("id").asString();
        // When
        Reply deleted = tenant.delete("/groups/" + id);
        // Then
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(tenant.get("/groups/" + id).status()).isEqualTo(404);
        assertThat(tenant.get("/directory/deletedItems/" + id).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("C.7 [C: SDKJ] distribution groups are read-only in Graph")
    void lists_are_exchanges_and_the_directory_leaves_them_alone() {
        // When
        Reply added = add(LIST, PERSON);
        Reply deleted = tenant.delete("/groups/" + LIST);
        // Then
        assertThat(List.of(added.status(), deleted.status())).containsOnly(400);
        assertThat(CloudTenant.message(added)).contains("mail-enabled security groups and or distribution list");
    }

    @Test
    void a_team_has_users_as_members_and_nobody_else() {
        // When
        Reply group = add("e8fa0885-9888-4829-889d-1c4ddd03301d", LIST);
        Reply nobody = add("e8fa0885-9888-4829-889d-1c4ddd03301d", "00000000-0000-4000-8000-000000000000");
        Reply user = add("e8fa0885-9888-4829-889d-1c4ddd03301d", PERSON);
        // Then
        assertThat(List.of(group.status(), nobody.status(), user.status())).containsExactly(400, 404, 204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"wave2\" | \"project0\" | mailNickname already exists",
                "\"wave2\" | \"bjorn.abel\" | mailNickname already exists",
                "\"wave2\" | \"babel1\" | proxyAddresses already exists",
                "\"wave2\" | \"wave 2\" | 'mailNickname'",
                "\"mailEnabled\": true | \"mailEnabled\": false | must be true",
                "[\"Unified\"] | [] | writing of mail-enabled groups",
                "[\"Unified\"] | [\"DynamicMembership\"] | is simulated",
                "\"securityEnabled\": false | \"visibility\": \"Private\" | 'securityEnabled'",
                "\"securityEnabled\": false | \"securityEnabled\": false, \"owners@odata.bind\": [] | not simulated"
            })
    void what_a_new_group_must_not_be_is_refused(String part, String instead, String reason) {
        // When
        Reply reply = tenant.graph("POST", "/groups", team("wave2").replace(part, instead));
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(CloudTenant.message(reply)).contains(reason);
    }

    private static String team(String nick) {
        return """
                {"displayName": "Wave", "mailNickname": "%s", "groupTypes": ["Unified"], "mailEnabled": true, \
                "securityEnabled": false}""".formatted(nick);
    }

    private static Reply add(String group, String member) {
        return tenant.graph(
                "POST",
                "/groups/" + group + "/members/$ref",
                "{\"@odata.id\": \"https://graph.microsoft.com/v1.0/directoryObjects/" + member + "\"}");
    }

    private static List<String> members(String group) {
        return tenant.get("/groups/" + group + "/members")
                .json()
                .path("value")
                .valueStream()
                .map(member -> member.path("id").asString())
                .toList();
    }
}
