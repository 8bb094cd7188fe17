package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Batches, queries, success codes and the shape of errors.
class RequestBehaviourTests {

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.of(DomainWorld::in);

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    private static final String LATE = "&$count=true";
    private static final Map<String, String> EVENTUAL = Map.of("ConsistencyLevel", "eventual");

    @Test
    @DisplayName("C.9 [C: GD21] the order of a batch's answers is not that of its requests")
    void answers_of_a_batch_come_in_another_order() {
        // When
        Reply reply = tenant.graph("POST", "/$batch", """
                {"requests": [{"id": "a", "method": "GET", "url": "/domains"},
                              {"id": "b", "method": "GET", "url": "/organization"}]}""");
        // Then
        assertThat(reply.json()
                        .path("responses")
                        .valueStream()
                        .map(part -> part.path("id").asString()))
                .containsExactly("b", "a");
    }

    @Test
    @DisplayName("C.9 [C: GD21] a part with a body needs a Content-Type, or the whole batch is 400")
    void a_part_with_a_body_says_what_it_is() {
        // When
        Reply reply = tenant.graph("POST", "/$batch", """
                {"requests": [{"id": "a", "method": "POST", "url": "/domains", "body": {"id": "batched.example"}}]}""");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains("does not contain Content-Type header");
        assertThat(tenant.get("/domains").body()).doesNotContain("batched.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endsWith(mail,'@fabrikam-group.example')",
                "not startsWith(displayName,'A')",
                "not(displayName eq 'Olu Abel')",
                "usageLocation ne 'DE'",
                "proxyAddresses/any(p:endsWith(p,'@fabrikam-group.example'))",
                "proxyAddresses/any(p:p eq 'SIP:talks@sip.example')"
            })
    @DisplayName("C.10 [C: SDKJ] advanced queries need ConsistencyLevel: eventual and $count=true")
    void advanced_queries_put_up_with_late_answers(String filter) {
        // When
        Reply plain = users(filter, "", Map.of());
        Reply counted = users(filter, LATE, Map.of());
        Reply eventual = users(filter, "", EVENTUAL);
        Reply advanced = users(filter, LATE, EVENTUAL);
        // Then
        assertThat(List.of(plain.status(), counted.status(), eventual.status())).containsOnly(400);
        assertThat(plain.json().path("error").path("code").asString()).isEqualTo("Request_UnsupportedQuery");
        assertThat(advanced.status()).isEqualTo(200);
        assertThat(advanced.json().path("@odata.count").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"startsWith(userPrincipalName,'ada.')", "displayName eq 'Olu Abel'", "accountEnabled eq true"})
    @DisplayName("C.10 [C: SDKJ] simple queries need neither")
    void simple_queries_are_answered_at_once(String filter) {
        // When
        Reply reply = users(filter, "", Map.of());
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("value")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contains(mail,'x')", "mail eq 'x' and mail eq 'y'", "mail"})
    @DisplayName("C.10 [I] what is not known is Request_UnsupportedQuery")
    void unknown_filters_are_refused(String filter) {
        // When
        Reply reply = users(filter, LATE, EVENTUAL);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").path("code").asString()).isEqualTo("Request_UnsupportedQuery");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "POST   | /domains                                      | 201 | {\"id\": \"fresh.example\"}",
                "PATCH  | /domains/dynamic.example                      | 204 | {\"supportedServices\": [\"Email\"]}",
                "DELETE | /domains/fresh.example                        | 204 |",
                "POST   | /domains/forced.example/forceDelete           | 204 | {\"disableUserAccounts\": false}",
                "POST   | /users/ada.abel@fabrikam.example/assignLicense | 200 | {\"addLicenses\": [], \"removeLicenses\": []}",
                "PATCH  | /users/ada.abel@fabrikam.example              | 204 | {\"displayName\": \"Ada\"}",
                "POST   | /groups                                       | 201 | {\"displayName\": \"G\", \"mailNickname\": \"g\","
                        + " \"mailEnabled\": false, \"securityEnabled\": true}",
                "DELETE | /users/talks@fabrikam.onmicrosoft.com         | 204 |"
            })
    @DisplayName("C.10 [C docs] POST 201, PATCH, DELETE and forceDelete 204, assignLicense 200")
    void success_has_its_codes(String method, String path, int status, String body) {
        // When
        Reply reply = tenant.graph(method, path, body);
        // Then
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    }

    @Test
    @DisplayName("C.10 [C docs] verify is 200 with the domain")
    void verify_answers_the_domain() {
        // Given
        tenant.delete("/domains/spare.example");
        simulator.pass(Duration.ofHours(1));
        tenant.addAndProve("spare.example");
        // When
        Reply reply = tenant.verify("spare.example");
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("id").asString()).isEqualTo("spare.example");
    }

    @ParameterizedTest
    @CsvSource({
        "/users/nobody@fabrikam.example, 404, Request_ResourceNotFound",
        "/domains/nobody.example, 404, Request_ResourceNotFound",
        "/contacts?$filter=x, 400, Request_UnsupportedQuery",
        "/users?$select=invented, 400, BadRequest"
    })
    @DisplayName("C.10 [C: SDKJ ODataErrors] an error has code, message and innerError with date and ids")
    void errors_have_one_shape(String path, int status, String code) {
        // When
        Reply reply = tenant.get(path);
        // Then
        JsonNode error = reply.json().path("error");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("message").asString()).isNotEmpty();
        assertThat(error.path("innerError").propertyNames())
                .containsExactlyInAnyOrder("date", "request-id", "client-request-id");
    }

    private static Reply users(String filter, String more, Map<String, String> headers) {
        return simulator.send(
                "GET",
                "/graph/v1.0/users?$select=id,mail&$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8) + more,
                null,
                new SourceTenant(simulator).token(SourceTenant.GRAPH_SCOPE),
                headers);
    }
}
