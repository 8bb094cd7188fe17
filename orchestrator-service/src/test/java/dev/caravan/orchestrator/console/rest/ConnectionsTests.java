package dev.caravan.orchestrator.console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.console.testing.ConsoleTest;
import dev.caravan.orchestrator.console.testing.RememberedWrites;
import dev.caravan.orchestrator.console.testing.Told;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.connections.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class ConnectionsTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    private RememberedWrites log;

    @BeforeEach
    void forgetWrites() {
        log.clear();
    }

    @Test
    void whoever_writes_a_connection_reads_it_afterwards() {
        // When
        put("written", wanted()).expectStatus().isOk();

        // Then
        assertThat(log.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.topic()).isEqualTo(TopicCatalogue.CONNECTIONS);
            assertThat(entry.key()).isEqualTo("written");
        });
        client.get()
                .uri("/api/connections/written")
                .exchange()
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("dns")
                .jsonPath("$.changedBy")
                .isEqualTo("Ada")
                .jsonPath("$.killSwitch")
                .isEqualTo(false)
                .jsonPath("$.tenantId")
                .doesNotExist();
        client.get()
                .uri("/api/connections")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.connectionId=='written')]")
                .isNotEmpty();
    }

    @Test
    void the_kill_switch_changes_nothing_but_itself() {
        // Given
        put("killed", wanted());

        // When
        client.post()
                .uri("/api/connections/killed/kill-switch")
                .header("X-Caravan-User", "Grace")
                .body(Map.of("on", true))
                .exchange()
                .expectStatus()
                .isOk();

        // Then
        var connection = log.last(Connection.class);
        assertThat(connection.getKillSwitch()).isTrue();
        assertThat(connection.getChangedBy()).isEqualTo("Grace");
        assertThat(connection.getAccount()).isEqualTo("dns:fabrikam");
    }

    @Test
    void bittitan_is_entered_as_a_user_and_all_others_as_an_application() {
        // Given
        var user = new HashMap<String, Object>(wanted());
        user.put("applicationId", "caravan@msp.example");

        // Then
        put("as-user", user).expectStatus().isBadRequest();

        // When
        user.put("kind", "bittitan");

        // Then
        put("as-user", user).expectStatus().isOk();
        assertThat(log.last(Connection.class).getApplicationId()).isEqualTo("caravan@msp.example");
    }

    @Test
    void every_wrong_field_is_named() {
        put(
                        "wrong",
                        Map.of(
                                "kind", "fax",
                                "customerId", "x",
                                "allowedHosts", List.of("https://ns1.example/")))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of(
                        "kind",
                        "displayName",
                        "customerId",
                        "account",
                        "tenantId",
                        "credentialRef",
                        "allowedHosts[0]"));
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void a_kill_switch_needs_a_connection_and_a_position() {
        // Given
        put("unsaid", wanted());

        // Then
        client.post()
                .uri("/api/connections/unsaid/kill-switch")
                .header("X-Caravan-User", "Grace")
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.post()
                .uri("/api/connections/nobody/kill-switch")
                .header("X-Caravan-User", "Grace")
                .body(Map.of("on", true))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void everything_can_be_stopped_at_once_and_is_no_connection() {
        // When
        client.post()
                .uri("/api/kill-switch")
                .header("X-Caravan-User", "Grace")
                .body(Map.of("on", true))
                .exchange()
                .expectStatus()
                .isOk();

        // Then
        assertThat(log.last(Connection.class).getConnectionId()).isEqualTo("*");
        assertThat(log.last(Connection.class).getKillSwitch()).isTrue();
        client.get()
                .uri("/api/kill-switch")
                .exchange()
                .expectBody()
                .jsonPath("$.on")
                .isEqualTo(true)
                .jsonPath("$.changedBy")
                .isEqualTo("Grace");
        client.get()
                .uri("/api/connections")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.connectionId=='*')]")
                .isEmpty();
        put("*", wanted()).expectStatus().isBadRequest();
    }

    private RestTestClient.ResponseSpec put(String id, Map<String, ?> body) {
        return client.put()
                .uri("/api/connections/" + id)
                .header("X-Caravan-User", "Ada")
                .body(body)
                .exchange();
    }

    private static Map<String, ?> wanted() {
        return Map.of(
                "kind", "dns",
                "displayName", "Fabrikam's zones",
                "customerId", Told.CUSTOMER,
                "account", "dns:fabrikam",
                "credentialRef", "fabrikam-tsig",
                "allowedHosts", List.of("ns1.fabrikam.example"),
                "settings", Map.of("keyName", "caravan."));
    }
}
