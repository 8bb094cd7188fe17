package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The codes of what goes wrong between an application, the directory and whoever gives tokens.
class ErrorBehaviourTests {

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.ofSample();

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    @AfterEach
    void mend() {
        simulator.send("DELETE", "/sim/faults", null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "tenant-throttle, 429, TooManyRequests, Please retry again later.",
        "tenant-unavailable, 503, ServiceUnavailable, The service is temporarily unavailable. Please try again.",
        "role-missing, 403, Authorization_RequestDenied, Insufficient privileges to complete the operation.",
        "tenant-conflict, 409, Directory_ConcurrencyViolation, Error due to concurrent requests being made to the"
                + " tenant. Please wait briefly and retry.",
        "token-refuse, 401, InvalidAuthenticationToken, 'Access token is empty, expired or not for this API.'"
    })
    @DisplayName("C.10 [I] what is no fault of the request has a code of its own, and nothing is done")
    void trouble_has_its_codes(String kind, int status, String code, String text) {
        // Given
        wish("{\"kind\": \"" + kind + "\", \"count\": 1}");
        // When
        Reply reply = tenant.patch("/users/ada.abel@fabrikam.example", "{\"displayName\": \"" + kind + "\"}");
        // Then
        JsonNode error = reply.json().path("error");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(message(reply)).isEqualTo(text);
        assertThat(error.path("innerError").propertyNames()).contains("date", "request-id", "client-request-id");
        assertThat(tenant.get("/users/ada.abel@fabrikam.example").body()).doesNotContain(kind);
    }

    @Test
    @DisplayName("C.10 [I] Directory_ConcurrencyViolation meets writes only, and may be a 503")
    void a_busy_directory_still_lets_read() {
        // Given
        wish("{\"kind\": \"tenant-conflict\", \"status\": 503, \"count\": 1}");
        // When
        Reply read = tenant.get("/users/ada.abel@fabrikam.example");
        Reply write = tenant.patch("/users/ada.abel@fabrikam.example", "{\"displayName\": \"Ada\"}");
        Reply again = tenant.patch("/users/ada.abel@fabrikam.example", "{\"displayName\": \"Ada Abel\"}");
        // Then
        assertThat(read.status()).isEqualTo(200);
        assertThat(write.status()).isEqualTo(503);
        assertThat(write.body()).contains("Directory_ConcurrencyViolation");
        assertThat(again.status()).isEqualTo(204);
    }

    @Test
    @DisplayName("C.10 [I] 409 does not reach Exchange")
    void exchange_knows_of_no_busy_directory() {
        // Given
        wish("{\"kind\": \"tenant-conflict\"}");
        // When
        Reply reply = tenant.invoke("Set-Mailbox", "{\"Identity\": \"ada.abel\", \"DisplayName\": \"Ada Abel\"}");
        // Then
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    @DisplayName("C.10 an error of the token endpoint has error, description, codes, timestamp and ids")
    void errors_of_the_token_endpoint_have_one_shape() {
        // When
        Reply reply = new SourceTenant(simulator).signIn(tenant.id(), Map.of("client_id", "x"));
        // Then
        JsonNode error = reply.json();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(error.propertyNames())
                .containsExactlyInAnyOrder(
                        "error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id");
        assertThat(error.path("error").asString()).isEqualTo("unauthorized_client");
        assertThat(error.path("error_description").asString()).startsWith("AADSTS700016: ");
        assertThat(error.path("error_codes").path(0).asInt()).isEqualTo(700016);
        assertThat(error.path("timestamp").asString()).isEqualTo("2026-11-20 08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "7000215, 401, invalid_client",
        "700027, 401, invalid_client",
        "65001, 400, invalid_grant",
        "53003, 400, invalid_grant",
        "50034, 400, invalid_grant"
    })
    @DisplayName(
            "D.3, C.10 [C/P] 7000215 secret, 700027 assertion, 65001 consent, 53003 Conditional Access, 50034 user")
    void a_token_may_be_refused_for_reasons_of_the_tenant(int code, int status, String name) {
        // Given
        wish("{\"kind\": \"sign-in-refuse\", \"code\": " + code + ", \"count\": 1}");
        // When
        Reply reply = new SourceTenant(simulator).signIn(tenant.id(), Map.of());
        Reply again = new SourceTenant(simulator).signIn(tenant.id(), Map.of());
        // Then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("error").asString()).isEqualTo(name);
        assertThat(reply.json().path("error_codes").path(0).asInt()).isEqualTo(code);
        assertThat(reply.json().path("error_description").asString()).startsWith("AADSTS" + code + ": ");
        assertThat(again.status()).isEqualTo(200);
    }

    private static void wish(String fault) {
        assertThat(simulator.post("/sim/faults", fault).status()).isEqualTo(200);
    }
}
