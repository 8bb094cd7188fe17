package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The documented endpoints of Exchange Online: other doors to the same mailboxes.
class AdminApiBehaviourTests {

    private static final String DEPUTIES = "GrantSendOnBehalfTo";
    private static final String CALENDAR = "\"Identity\": \"ada.fuchs:\\\\Kalender\"";

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.ofSample();

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    @AfterEach
    void mend() {
        simulator.send("DELETE", "/sim/faults", null, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "OrganizationConfig             | Get-OrganizationConfig             | {}                           | 1",
                "AcceptedDomain                 | Get-AcceptedDomain                 | {\"Identity\": \"fabrikam.example\"} | 1",
                "Mailbox                        | Get-Mailbox                        | {}                           | 56",
                "Mailbox                        | Get-Mailbox                        | {\"Identity\": \"room0\"}     | 1",
                "MailboxFolderPermission        | Get-MailboxFolderPermission        | {\"Identity\": \"bjorn.abel:\\\\Kalender\"} | 2",
                "DistributionGroupMember        | Get-DistributionGroupMember        | {\"Identity\": \"List 1\"}    | 6",
                "DynamicDistributionGroupMember | Get-DynamicDistributionGroupMember | {\"Identity\": \"Everyone 0\"} | 40"
            })
    @DisplayName("A.3 [C: ADMIN2] six endpoints run their cmdlets, as InvokeCommand does")
    void an_endpoint_answers_what_invoke_command_answers(String endpoint, String cmdlet, String parameters, int rows) {
        // When
        Reply documented = tenant.documented(endpoint, cmdlet, parameters);
        // Then
        assertThat(documented.status()).as(documented.body()).isEqualTo(200);
        assertThat(documented.json().path("value")).hasSize(rows);
        assertThat(first(documented).properties())
                .isNotEmpty()
                .allSatisfy(
                        property -> assertThat(first(whole(cmdlet, parameters)).path(property.getKey()))
                                .isEqualTo(property.getValue()));
    }

    @Test
    @DisplayName("A.3 [P] an endpoint shows a selection of properties, of which $select chooses")
    void an_endpoint_shows_a_selection() {
        // When
        JsonNode all = first(tenant.documented("Mailbox", "Get-Mailbox", "{\"Identity\": \"bjorn.abel\"}"));
        JsonNode some = first(tenant.documented(
                "Mailbox?$select=Guid,ForwardingSmtpAddress", "Get-Mailbox", "{\"Identity\": \"bjorn.abel\"}"));
        // Then
        assertThat(all.propertyNames())
                .contains("Guid", "EmailAddresses", DEPUTIES)
                .doesNotContain("ExchangeGuid", "ForwardingSmtpAddress", "LitigationHoldEnabled");
        assertThat(some.propertyNames()).containsExactlyInAnyOrder("Guid", "Guid@data.type", "Guid@odata.type");
    }

    @Test
    @DisplayName("A.3 [C: ADMIN2] Get-Mailbox shows deputies' display names if it is asked for them")
    void display_names_of_deputies_are_shown_on_demand() {
        // When
        JsonNode mailbox = first(tenant.documented(
                "Mailbox",
                "Get-Mailbox",
                "{\"Identity\": \"bjorn.abel\", \"IncludeGrantSendOnBehalfTowithDisplayNames\": true}"));
        // Then
        assertThat(mailbox.path("GrantSendOnBehalfToWithDisplayNames").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("Łukasz Wójcik");
    }

    @ParameterizedTest
    @CsvSource({
        "Mailbox, Get-MailUser",
        "Mailbox, Get-MailboxFolderPermission",
        "MailboxFolderPermission, Get-Mailbox",
        "DistributionGroupMember, Add-DistributionGroupMember",
        "OrganizationConfig, Set-OrganizationConfig",
        "AcceptedDomain, New-UnifiedGroup"
    })
    @DisplayName("A.3 [C: ADMIN2] any other cmdlet in an endpoint is an error")
    void another_cmdlet_is_an_error(String endpoint, String cmdlet) {
        // When
        Reply reply = tenant.documented(endpoint, cmdlet, "{\"Identity\": \"room0\"}");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains("'" + cmdlet + "' isn't supported by the endpoint '" + endpoint + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Mailbox            | Get-Mailbox            | {\"Filter\": \"Alias -eq 'x'\"}",
                "Mailbox            | Set-Mailbox            | {\"Identity\": \"room0\", \"GrantSendOnBehalfTo\": [\"info\"],"
                        + " \"DisplayName\": \"R\"}",
                "OrganizationConfig | Get-OrganizationConfig | {\"RetrieveEwsOperationAccessPolicy\": true}",
                "MailboxFolderPermission | Remove-MailboxFolderPermission | {\"Identity\": \"x:\\\\Kalender\","
                        + " \"User\": \"info\", \"Confirm\": false}"
            })
    @DisplayName("A.3 [C: ADMIN2] a parameter that the endpoint does not document is refused")
    void an_undocumented_parameter_is_refused(String endpoint, String cmdlet, String parameters) {
        // When
        Reply reply = tenant.documented(endpoint, cmdlet, parameters);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains("A parameter cannot be found that matches parameter name");
    }

    @Test
    @DisplayName("A.3 [C: ADMIN2] Set-Mailbox sets GrantSendOnBehalfTo only: a whole list, or some more and some less")
    void deputies_are_overwritten_added_and_removed() {
        // When
        Reply nothing = tenant.documented("Mailbox", "Set-Mailbox", "{\"Identity\": \"room1\"}");
        Reply list = set("[\"ada.fuchs\", \"bjorn.abel\"]");
        List<String> listed = deputies();
        Reply table = set(
                "{\"@odata.type\": \"#Exchange.GenericHashTable\", \"Add\": \"info\", \"Remove\": [\"ada.fuchs\"]}");
        // Then
        assertThat(List.of(nothing.status(), list.status(), table.status())).containsExactly(400, 200, 200);
        assertThat(listed).containsExactly("ada.fuchs", "bjorn.abel");
        assertThat(lastCall().path("effect").path(0).asString()).contains(DEPUTIES);
        assertThat(deputies()).containsExactly("bjorn.abel", "info");
    }

    @Test
    @DisplayName("A.3 [C: ADMIN2] rights in folders are added, set and removed, and nothing asks back")
    void rights_in_folders_are_changed() {
        // Given
        String user = CALENDAR + ", \"User\": \"info@fabrikam.example\"";
        // When
        int added = folder("Add-MailboxFolderPermission", user + ", \"AccessRights\": [\"Reviewer\"]");
        int set = folder("Set-MailboxFolderPermission", user + ", \"AccessRights\": \"Editor\"");
        List<String> rights = rights();
        int removed = folder("Remove-MailboxFolderPermission", user);
        // Then
        assertThat(List.of(added, set, removed)).containsOnly(200);
        assertThat(rights).contains("Editor").doesNotContain("Reviewer");
        assertThat(rights()).doesNotContain("Editor");
    }

    @Test
    @DisplayName("A.3 [P] ResultSize is a page's size, and the same body posted to nextLink gives the next page")
    void pages_go_on_at_their_link_with_the_same_body() {
        // Given
        List<JsonNode> rows = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        // When
        String next = "Mailbox?$select=Guid";
        while (!next.isEmpty()) {
            JsonNode page = tenant.documented(next, "Get-Mailbox", "{\"ResultSize\": 20}")
                    .json();
            page.path("value").forEach(rows::add);
            sizes.add(page.path("value").size());
            assertThat(page.path("@adminapi.warnings")).isEmpty();
            next = page.path("@odata.nextLink").asString("").replaceFirst(".*/Mailbox", "Mailbox");
        }
        // Then
        assertThat(sizes).containsExactly(20, 20, 16);
        assertThat(rows.stream().map(row -> row.path("Guid").asString())).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("A.3 [C: ADMIN2] without Exchange.ManageAsAppV2 the answer is 403, and InvokeCommand goes on")
    void a_permission_may_be_missing_for_one_of_the_interfaces() {
        // Given
        simulator.post("/sim/faults", "{\"kind\": \"role-missing\", \"permission\": \"Exchange.ManageAsAppV2\"}");
        // When
        Reply documented = tenant.documented("AcceptedDomain", "Get-AcceptedDomain", "{}");
        Reply invoked = tenant.invoke("Get-AcceptedDomain", "{}");
        // Then
        assertThat(documented.status()).isEqualTo(403);
        assertThat(documented.json().path("error").path("code").asString()).isEqualTo("Forbidden");
        assertThat(invoked.status()).isEqualTo(200);
        assertThat(tenant.get("/domains").status()).isEqualTo(200);
    }

    @Test
    void a_permission_may_be_missing_for_the_other_one() {
        // Given
        simulator.post("/sim/faults", "{\"kind\": \"role-missing\", \"permission\": \"Exchange.ManageAsApp\"}");
        // When
        Reply documented = tenant.documented("AcceptedDomain", "Get-AcceptedDomain", "{}");
        Reply invoked = tenant.invoke("Get-AcceptedDomain", "{}");
        // Then
        assertThat(documented.status()).isEqualTo(200);
        assertThat(invoked.status()).isEqualTo(403);
    }

    @Test
    @DisplayName("A.3 [C: ADMIN2] there are these endpoints and no others, and they are posted to")
    void there_is_nothing_else() {
        // When
        Reply other = tenant.documented("InvokeCommand", "Get-Mailbox", "{}");
        Reply got = simulator.send(
                "GET",
                "/exchange/adminapi/v2.0/" + tenant.id() + "/Mailbox",
                null,
                new SourceTenant(simulator).token(SourceTenant.EXCHANGE_SCOPE));
        // Then
        assertThat(other.status()).isEqualTo(404);
        assertThat(got.status()).isEqualTo(405);
    }

    @Test
    void a_missing_mailbox_and_a_missing_cmdlet_say_so() {
        // When
        Reply gone = tenant.documented("Mailbox", "Get-Mailbox", "{\"Identity\": \"nobody\"}");
        Reply empty = tenant.documented("Mailbox", "", "{}");
        // Then
        assertThat(gone.status()).isEqualTo(404);
        assertThat(message(gone)).contains("ManagementObjectNotFoundException|");
        assertThat(empty.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "another tenant's"})
    void a_token_of_the_tenant_is_needed(String token) {
        // When
        Reply reply = simulator.send(
                "POST",
                "/exchange/adminapi/v2.0/4a6d1e3c-0000-4000-8000-000000000000/Mailbox",
                SourceTenant.body("Get-Mailbox", "{}"),
                token.equals("none") ? null : new SourceTenant(simulator).token(SourceTenant.EXCHANGE_SCOPE));
        // Then
        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void what_goes_wrong_for_exchange_goes_wrong_here() {
        // Given
        simulator.post("/sim/faults", "{\"kind\": \"tenant-throttle\", \"api\": \"exchange\", \"count\": 1}");
        simulator.post("/sim/faults", "{\"kind\": \"tenant-apply-then-lose\", \"count\": 1}");
        // When
        Reply throttled = tenant.documented("Mailbox", "Get-Mailbox", "{}");
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> set("[\"freya.brandt\"]"));
        // Then
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(lastCall().path("status").asString()).isEqualTo("lost");
        assertThat(deputies()).containsExactly("freya.brandt");
    }

    @Test
    void the_ledger_names_the_cmdlet_as_it_does_for_invoke_command() {
        // When
        tenant.documented("Mailbox", "Get-Mailbox", "{\"Identity\": \"room0\"}");
        JsonNode documented = lastCall();
        tenant.invoke("Get-Mailbox", "{\"Identity\": \"room0\"}");
        // Then
        for (String property : List.of("api", "method", "target", "parameters", "status", "credential", "account")) {
            assertThat(documented.path(property))
                    .as(property)
                    .isEqualTo(lastCall().path(property));
        }
    }

    private static Reply whole(String cmdlet, String parameters) {
        return tenant.invoke(
                cmdlet,
                cmdlet.equals("Get-OrganizationConfig")
                        ? parameters
                        : parameters
                                .replace("{", "{\"ResultSize\": \"Unlimited\", ")
                                .replace(", }", "}"));
    }

    private static JsonNode first(Reply reply) {
        return reply.json().path("value").path(0);
    }

    private static Reply set(String deputies) {
        return tenant.documented(
                "Mailbox", "Set-Mailbox", "{\"Identity\": \"room1\", \"GrantSendOnBehalfTo\": " + deputies + "}");
    }

    private static List<String> deputies() {
        return first(tenant.documented("Mailbox", "Get-Mailbox", "{\"Identity\": \"room1\"}"))
                .path(DEPUTIES)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static int folder(String cmdlet, String parameters) {
        return tenant.documented("MailboxFolderPermission", cmdlet, "{" + parameters + "}")
                .status();
    }

    private static List<String> rights() {
        return tenant.documented("MailboxFolderPermission", "Get-MailboxFolderPermission", "{" + CALENDAR + "}")
                .json()
                .path("value")
                .valueStream()
                .map(row -> row.path("AccessRights").path(0).asString())
                .toList();
    }

    private static JsonNode lastCall() {
        List<JsonNode> calls = simulator
                .get("/sim/calls")
                .json()
                .valueStream()
                .filter(call -> call.path("api").asString().equals("exchange"))
                .toList();
        return calls.getLast();
    }
}
