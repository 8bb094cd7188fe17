package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tenants' interfaces as a program meets them.
class TenantApisTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.ofSample();

    private static final SourceTenant tenant = new SourceTenant(simulator);

    @Nested
    class Login {

        @Test
        void a_secret_gets_a_token_of_its_tenant() {
            // When
            Reply reply = tenant.signIn(SourceTenant.ID, Map.of());
            // Then
            assertThat(reply.status()).isEqualTo(200);
            assertThat(claims(reply).path("tid").asString()).isEqualTo(SourceTenant.ID);
            assertThat(claims(reply).path("appid").asString()).isEqualTo(SourceTenant.APPLICATION);
            assertThat(reply.json().path("expires_in").asInt()).isEqualTo(3600);
        }

        @Test
        void a_tenant_is_also_known_by_its_domains() {
            // When
            Reply reply = tenant.signIn("Fabrikam.example", Map.of());
            // Then
            assertThat(claims(reply).path("tid").asString()).isEqualTo(SourceTenant.ID);
        }

        @ParameterizedTest
        @CsvSource({
            "11111111-2222-4333-8444-555555555555, client_id, 00000000-1111-2222-3333-444444444444, 400, 90002",
            "47eaa099-2cb6-416d-86dc-283cf0480ff9, client_id, 99999999-1111-2222-3333-444444444444, 400, 700016",
            "47eaa099-2cb6-416d-86dc-283cf0480ff9, client_secret, wrong, 401, 7000215",
            "47eaa099-2cb6-416d-86dc-283cf0480ff9, scope, https://graph.microsoft.com/User.Read, 400, 70011",
            "47eaa099-2cb6-416d-86dc-283cf0480ff9, grant_type, password, 400, 70003",
            "47eaa099-2cb6-416d-86dc-283cf0480ff9, client_assertion, x.y.z, 401, 700027"
        })
        @DisplayName("C.10, D.3 [C/P] 90002, 700016, 7000215, 70011, 70003, 700027")
        void whatever_is_wrong_has_a_number(String asked, String field, String value, int status, int code) {
            // When
            Reply reply = tenant.signIn(asked, Map.of(field, value));
            // Then
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.json().path("error_codes").path(0).asInt()).isEqualTo(code);
            assertThat(reply.json().path("error_description").asString()).startsWith("AADSTS" + code + ": ");
        }

        @Test
        void the_ledger_never_shows_the_secret() {
            // When
            tenant.signIn(SourceTenant.ID, Map.of());
            // Then
            String ledger = simulator.get("/sim/calls").body();
            assertThat(ledger).contains("oauth2/v2.0/token").doesNotContain(simulator.secret(SourceTenant.APP));
        }
    }

    @Nested
    class Graph {

        @Test
        void a_collection_comes_page_by_page_and_whole() {
            // When
            List<JsonNode> users = tenant.all("/users?$select=id,userPrincipalName&$top=7");
            // Then
            assertThat(users).hasSize(60);
            assertThat(users.stream().map(user -> user.path("id").asString())).doesNotHaveDuplicates();
            assertThat(users.getFirst().properties()).hasSize(2);
        }

        @Test
        void without_a_selection_a_user_shows_little() {
            // When
            JsonNode user =
                    tenant.get("/users/ada.fuchs@fabrikam-group.example").json();
            // Then
            assertThat(user.path("displayName").asString()).isEqualTo("Ada Fuchs");
            assertThat(user.has("proxyAddresses")).isFalse();
            assertThat(user.has("accountEnabled")).isFalse();
        }

        @Test
        void an_organisation_names_its_verified_domains() {
            // When
            JsonNode organization =
                    tenant.get("/organization").json().path("value").path(0);
            // Then
            assertThat(organization.path("id").asString()).isEqualTo(SourceTenant.ID);
            assertThat(organization.path("onPremisesSyncEnabled").isNull()).isTrue();
            assertThat(organization
                            .path("verifiedDomains")
                            .valueStream()
                            .map(domain -> domain.path("name").asString()))
                    .containsExactly("fabrikam.onmicrosoft.com", "fabrikam.example", "fabrikam-group.example");
        }

        @Test
        void references_to_a_domain_are_users_groups_and_applications() {
            // When
            List<JsonNode> references = tenant.all("/domains/fabrikam.example/domainNameReferences");
            // Then
            assertThat(references.stream()
                            .map(object -> object.path("@odata.type").asString()))
                    .contains("#microsoft.graph.user", "#microsoft.graph.group", "#microsoft.graph.application");
            assertThat(references.stream().map(object -> object.path("id").asString()))
                    .as("what was deleted stands in the way, but does not show")
                    .doesNotContain("f49041c2-34e1-4c48-a3c9-bb31b9b2c46e");
        }

        @Test
        @DisplayName("C.4 [P/I] soft-deleted users and groups are in deletedItems")
        void what_was_deleted_is_in_a_list_of_its_own() {
            // When
            List<JsonNode> deleted =
                    tenant.all("/directory/deletedItems/microsoft.graph.user?$select=id,proxyAddresses");
            // Then
            assertThat(deleted)
                    .singleElement()
                    .satisfies(user ->
                            assertThat(user.path("id").asString()).isEqualTo("f49041c2-34e1-4c48-a3c9-bb31b9b2c46e"));
        }

        @Test
        void members_of_a_group_say_what_they_are() {
            // When
            List<JsonNode> members = tenant.all("/groups/35c12382-2623-4807-94b3-e16961f4e7cc/members");
            // Then
            assertThat(members)
                    .hasSize(6)
                    .allSatisfy(member ->
                            assertThat(member.path("@odata.type").asString()).isEqualTo("#microsoft.graph.user"));
        }

        @Test
        @DisplayName("D.3 [C] findTenantInformationByDomainName says whose a domain is")
        void a_domain_leads_to_the_tenant_that_has_it() {
            // When
            JsonNode found = tenant.get(
                            "/tenantRelationships/findTenantInformationByDomainName(domainName='fabrikam.example')")
                    .json();
            // Then
            assertThat(found.path("tenantId").asString()).isEqualTo(SourceTenant.ID);
            assertThat(found.path("defaultDomainName").asString()).isEqualTo("fabrikam.example");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/users/nobody@fabrikam.example           | 404 | Request_ResourceNotFound",
                    "/users?$select=nickname                  | 400 | BadRequest",
                    "/users?$top=1000                         | 400 | BadRequest",
                    "/contacts?$filter=accountEnabled%20eq%20true | 400 | Request_UnsupportedQuery",
                    "/moons                                   | 400 | BadRequest",
                    "/domains/unknown.example                 | 404 | Request_ResourceNotFound",
                    "/groups/35c12382-2623-4807-94b3-e16961f4e7cc/owls | 400 | BadRequest"
                })
        void what_it_does_not_know_it_refuses(String path, int status, String code) {
            // When
            Reply reply = tenant.get(path);
            // Then
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.json().path("error").path("code").asString()).isEqualTo(code);
            assertThat(reply.json().path("error").path("innerError").has("request-id"))
                    .isTrue();
        }

        @Test
        @DisplayName("C.9 [C: GD21] the outer answer is 200 even if parts fail, and dependsOn a failure is 424")
        void a_batch_succeeds_although_parts_fail() {
            // Given
            String batch = """
                    {"requests": [
                      {"id": "1", "method": "GET", "url": "/users/nobody@fabrikam.example"},
                      {"id": "2", "method": "GET", "url": "/domains?$select=id"},
                      {"id": "3", "method": "GET", "url": "/domains", "dependsOn": ["1"]}]}""";
            // When
            Reply reply = simulator.send("POST", "/graph/v1.0/$batch", batch, tenant.token(SourceTenant.GRAPH_SCOPE));
            // Then
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json()
                            .path("responses")
                            .valueStream()
                            .map(part -> part.path("id").asString() + ": " + part.path("status")))
                    .containsExactlyInAnyOrder("1: 404", "2: 200", "3: 424");
        }

        @Test
        @DisplayName("C.9 [C: GD21] a batch has at most 20 parts")
        void a_batch_has_at_most_twenty_parts() {
            // Given
            String parts = java.util.stream.IntStream.range(0, 21)
                    .mapToObj("{\"id\": \"%s\", \"method\": \"GET\", \"url\": \"/domains\"}"::formatted)
                    .collect(Collectors.joining(",", "{\"requests\": [", "]}"));
            // When
            Reply reply = simulator.send("POST", "/graph/v1.0/$batch", parts, tenant.token(SourceTenant.GRAPH_SCOPE));
            // Then
            assertThat(reply.status()).isEqualTo(400);
        }

        @Test
        @DisplayName("C.9 [C: GD21] a malformed batch is 400")
        void a_malformed_batch_does_nothing_at_all() {
            // Given
            String batch = """
                    {"requests": [
                      {"id": "1", "method": "PATCH", "url": "/users/olu.abel@fabrikam.example",
                       "body": {"displayName": "Changed"}},
                      {"method": "GET", "url": "/domains"}]}""";
            // When
            Reply reply = simulator.send("POST", "/graph/v1.0/$batch", batch, tenant.token(SourceTenant.GRAPH_SCOPE));
            // Then
            assertThat(reply.status()).isEqualTo(400);
            assertThat(tenant.get("/users/olu.abel@fabrikam.example").body()).doesNotContain("Changed");
        }

        @Test
        @DisplayName("C.10 [I] InvalidAuthenticationToken is 401")
        void only_a_token_for_graph_opens_it() {
            // When
            Reply none = simulator.send("GET", "/graph/v1.0/users", null, null);
            Reply forAnother =
                    simulator.send("GET", "/graph/v1.0/users", null, tenant.token(SourceTenant.EXCHANGE_SCOPE));
            Reply forged =
                    simulator.send("GET", "/graph/v1.0/users", null, tenant.token(SourceTenant.GRAPH_SCOPE) + "x");
            // Then
            assertThat(simulator
                            .get("/sim/calls")
                            .json()
                            .valueStream()
                            .filter(call -> call.path("api").asString().equals("graph")
                                    && call.path("status").asString().equals("401")))
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(List.of(none.status(), forAnother.status(), forged.status()))
                    .containsOnly(401);
        }
    }

    @Nested
    class Exchange {

        @Test
        void all_mailboxes_come_when_asked_for_without_a_limit() {
            // When
            JsonNode answer = tenant.invoke("Get-Mailbox", "{\"ResultSize\": \"Unlimited\"}")
                    .json();
            // Then
            assertThat(answer.path("value")).hasSize(56);
            assertThat(answer.has("@odata.nextLink")).isFalse();
            JsonNode mailbox = answer.path("value").path(0);
            assertThat(mailbox.path("EmailAddresses@odata.type").asString()).isEqualTo("#Collection(String)");
            assertThat(mailbox.path("Guid@data.type").asString()).isEqualTo("System.Guid");
            assertThat(mailbox.path("RecipientType").asString()).isEqualTo("UserMailbox");
        }

        @Test
        void without_it_one_comes_with_a_warning() {
            // When
            JsonNode answer = tenant.invoke("Get-Mailbox", "{}").json();
            // Then
            assertThat(answer.path("value")).hasSize(1);
            assertThat(answer.path("@adminapi.warnings").path(0).asString()).contains("more results");
        }

        @Test
        @DisplayName("0.10 [C: OPS] an empty identity returns all mailboxes")
        void an_empty_identity_means_all_of_them() {
            // When
            JsonNode answer = tenant.invoke("Get-Mailbox", "{\"Identity\": \"\", \"ResultSize\": \"Unlimited\"}")
                    .json();
            // Then
            assertThat(answer.path("value")).hasSize(56);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bjorn.abel",
                    "BABEL1@fabrikam.example",
                    "9ec04ece-4350-4c17-a1e5-2f212cd552a0",
                    "5ee347dd-9ed8-4edd-9684-6325b600e612"
                })
        void a_mailbox_is_found_by_any_of_its_identities(String identity) {
            // When
            JsonNode found = tenant.invoke("Get-Mailbox", "{\"Identity\": \"" + identity + "\"}")
                    .json();
            // Then
            assertThat(found.path("value").path(0).path("DisplayName").asString())
                    .isEqualTo("Bjorn Abel");
        }

        @Test
        void a_filter_finds_every_recipient_of_a_domain() {
            // Given
            String parameters = "{\"ResultSize\": \"Unlimited\", \"IncludeSoftDeletedRecipients\": true,"
                    + " \"Filter\": \"(EmailAddresses -like '*@fabrikam.example') -and -not"
                    + " (RecipientTypeDetails -eq 'UserMailbox')\"}";
            // When
            JsonNode found = tenant.invoke("Get-Recipient", parameters).json().path("value");
            // Then
            assertThat(found.valueStream()
                            .map(one -> one.path("RecipientTypeDetails").asString()))
                    .contains("SharedMailbox", "RoomMailbox", "MailContact", "DynamicDistributionGroup", "GroupMailbox")
                    .doesNotContain("UserMailbox");
        }

        @Test
        void who_was_deleted_shows_when_asked_for() {
            // Given
            String filter = "\"ResultSize\": \"Unlimited\", \"Filter\": \"EmailAddresses -like 'smtp:ugo.jansen@*'\"";
            // When
            JsonNode living = tenant.invoke("Get-Recipient", "{" + filter + "}").json();
            JsonNode all = tenant.invoke("Get-Recipient", "{\"IncludeSoftDeletedRecipients\": true, " + filter + "}")
                    .json();
            // Then
            assertThat(living.path("value")).isEmpty();
            assertThat(all.path("value")).hasSize(1);
        }

        @Test
        void a_calendar_has_the_name_that_its_language_gives_it() {
            // Given
            JsonNode folder = tenant.invoke(
                            "Get-MailboxFolderStatistics",
                            "{\"Identity\": \"goran.ilves\", \"FolderScope\": \"Calendar\"}")
                    .json()
                    .path("value")
                    .path(0);
            // When
            Reply german = tenant.invoke("Get-MailboxFolderPermission", "{\"Identity\": \"goran.ilves:\\\\Kalender\"}");
            Reply english =
                    tenant.invoke("Get-MailboxFolderPermission", "{\"Identity\": \"goran.ilves:\\\\Calendar\"}");
            // Then
            assertThat(folder.path("Name").asString()).isEqualTo("Kalender");
            assertThat(german.json()
                            .path("value")
                            .valueStream()
                            .map(row -> row.path("User").asString()))
                    .contains("Default", "Ada Abel");
            assertThat(english.status()).isEqualTo(404);
        }

        @Test
        void everybody_has_access_to_himself() {
            // When
            JsonNode rights = tenant.invoke("Get-MailboxPermission", "{\"Identity\": \"team0\"}")
                    .json();
            // Then
            assertThat(rights.path("value")
                            .valueStream()
                            .map(row -> row.path("User").asString()))
                    .contains("NT AUTHORITY\\SELF", "bjorn.abel@fabrikam.example");
        }

        @Test
        void which_programs_may_use_ews_is_told_to_whoever_asks() {
            // When
            JsonNode plain = tenant.invoke("Get-OrganizationConfig", "{}").json();
            JsonNode asked = tenant.invoke("Get-OrganizationConfig", "{\"RetrieveEwsOperationAccessPolicy\": true}")
                    .json();
            // Then
            assertThat(plain.path("value").path(0).path("EwsAllowedAppIDs").isNull())
                    .isTrue();
            assertThat(asked.path("value")
                            .path(0)
                            .path("EwsAllowedAppIDs")
                            .path(0)
                            .asString())
                    .isEqualTo(SourceTenant.APPLICATION);
        }

        @Test
        void pages_go_on_at_their_link_with_the_same_body() {
            // Given
            String body = SourceTenant.body("Get-Recipient", "{\"ResultSize\": \"Unlimited\"}");
            List<JsonNode> rows = new ArrayList<>();
            // When
            String next = "/exchange/adminapi/beta/" + SourceTenant.ID + "/InvokeCommand?$select=Guid";
            while (!next.isEmpty()) {
                JsonNode page = simulator
                        .send(
                                "POST",
                                next,
                                body,
                                tenant.token(SourceTenant.EXCHANGE_SCOPE),
                                Map.of("Prefer", "odata.maxpagesize=20"))
                        .json();
                page.path("value").forEach(rows::add);
                assertThat(page.path("value").size()).isLessThanOrEqualTo(20);
                next = simulator.path(page.path("@odata.nextLink").asString(""));
            }
            // Then
            assertThat(rows).hasSize(69);
            assertThat(rows.stream().map(row -> row.path("Guid").asString())).doesNotHaveDuplicates();
        }

        @Test
        @DisplayName("B.5 [M: AZA] the reason stands in error.details as ExNNNNNN|Full.Exception.Type|text")
        void a_missing_object_says_so_in_the_details() {
            // When
            Reply reply = tenant.invoke("Get-Mailbox", "{\"Identity\": \"nobody\"}");
            // Then
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().path("error").path("message").asString()).isEqualTo("Error executing cmdlet");
            assertThat(reply.json()
                            .path("error")
                            .path("details")
                            .path(0)
                            .path("message")
                            .asString())
                    .matches("Ex[0-9A-F]{6}\\|Microsoft\\.Exchange\\.Configuration\\.Tasks\\."
                            + "ManagementObjectNotFoundException\\|The operation couldn't be performed because object"
                            + " 'nobody' couldn't be found on '.*PROD\\.OUTLOOK\\.COM'\\.");
        }

        @Test
        @DisplayName("B.5 [M: AZA] an unknown parameter is 400, an unknown cmdlet 403 with NUL bytes")
        void an_unknown_parameter_is_a_bad_request_and_an_unknown_cmdlet_nothing_that_can_be_read() {
            // When
            Reply parameter = tenant.invoke("Get-Mailbox", "{\"Colour\": \"blue\"}");
            Reply cmdlet = tenant.invoke("New-UnifiedGroup", "{}");
            // Then
            assertThat(parameter.status()).isEqualTo(400);
            assertThat(cmdlet.status()).isEqualTo(403);
            assertThat(cmdlet.body()).matches("\\x00+");
        }

        @Test
        @DisplayName("C.9 [P] a batch of Exchange has at most 10 parts")
        void a_batch_has_at_most_ten_parts_told_apart_by_their_ids() {
            // Given
            String one = "{\"id\": \"%s\", \"method\": \"POST\", \"url\": \"x/InvokeCommand\", \"body\": %s}"
                    .formatted("a", SourceTenant.body("Get-Mailbox", "{\"Identity\": \"nobody\"}"));
            String other = one.replace("\"a\"", "\"b\"").replace("nobody", "room0");
            // When
            Reply reply = batch(List.of(one, other));
            Reply tooMany = batch(java.util.Collections.nCopies(11, one));
            // Then
            assertThat(reply.json()
                            .path("responses")
                            .valueStream()
                            .map(part -> part.path("id").asString() + part.path("status")))
                    .containsExactly("a404", "b200");
            assertThat(tooMany.status()).isEqualTo(400);
        }

        @Test
        void another_tenants_token_opens_nothing() {
            // When
            Reply reply = simulator.send(
                    "POST",
                    "/exchange/adminapi/beta/4a6d1e3c-0000-4000-8000-000000000000/InvokeCommand",
                    SourceTenant.body("Get-AcceptedDomain", "{}"),
                    tenant.token(SourceTenant.EXCHANGE_SCOPE));
            // Then
            assertThat(reply.status()).isEqualTo(401);
        }

        private Reply batch(List<String> parts) {
            return simulator.send(
                    "POST",
                    "/exchange/adminapi/beta/" + SourceTenant.ID + "/$batch",
                    parts.stream().collect(Collectors.joining(",", "{\"requests\": [", "]}")),
                    tenant.token(SourceTenant.EXCHANGE_SCOPE));
        }
    }

    private static JsonNode claims(Reply reply) {
        String claims = reply.json().path("access_token").asString().split("\\.")[1];
        return JSON.readTree(java.util.Base64.getUrlDecoder().decode(claims));
    }
}
