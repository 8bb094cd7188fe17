package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// How domains come and go, in every position of the switches; a removal takes ten hours here.
class DomainSwitchTests {

    @RegisterExtension
    private static final RunningSimulator simulator =
            RunningSimulator.of(Map.of("simulator.domains.release", "10h"), DomainWorld::in);

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    @Test
    @DisplayName("C.4 [C: GDC, ENTRA] domain.state is InProgress until GET gives 404")
    void a_removal_is_in_progress_until_the_domain_is_gone() {
        // Given
        put("{\"removal\": \"in-progress\"}");
        // When
        Reply reply = force("deleted.example");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(status("deleted.example")).isEqualTo("InProgress");
        simulator.pass(Duration.ofHours(10));
        assertThat(tenant.get("/domains/deleted.example").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("C.4 [C: GDC, ENTRA] domain.state may be Scheduled before it is InProgress")
    void a_removal_may_be_scheduled_first() {
        // Given
        put("{\"removal\": \"scheduled\"}");
        // When
        Reply reply = force("forced.example");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(status("forced.example")).isEqualTo("Scheduled");
        assertThat(tenant.patch("/domains/forced.example", "{\"isDefault\": true}")
                        .status())
                .isEqualTo(400);
        simulator.pass(Duration.ofHours(6));
        assertThat(status("forced.example")).isEqualTo("InProgress");
        simulator.pass(Duration.ofHours(4));
        assertThat(tenant.get("/domains/forced.example").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("C.4 [C: GDC, ENTRA] domain.state may be Failed: the domain stays and can be removed again")
    void a_removal_may_fail_and_be_asked_for_again() {
        // Given
        put("{\"removal\": \"failing\"}");
        // When
        Reply reply = force("sip.example");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(status("sip.example")).isEqualTo("InProgress");
        assertThat(tenant.acceptedDomains()).doesNotContain("sip.example");
        assertThat(tenant.delete("/domains/sip.example").status()).isEqualTo(400);
        simulator.pass(Duration.ofHours(10));
        JsonNode state = tenant.get("/domains/sip.example").json().path("state");
        assertThat(state.path("status").asString()).isEqualTo("Failed");
        assertThat(state.path("operation").asString()).isEqualTo("ForceDelete");
        assertThat(tenant.acceptedDomains()).contains("sip.example");
        put("{\"removal\": \"in-progress\"}");
        assertThat(tenant.delete("/domains/sip.example").status()).isEqualTo(204);
        simulator.pass(Duration.ofHours(10));
        assertThat(tenant.get("/domains/sip.example").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("C.3 [C] verify says AvailableImmediately")
    void a_proved_domain_is_available_immediately() {
        // Given
        CloudTenant destination = proved("now.spare.example", "now");
        put("{\"verification\": \"immediate\"}");
        // When
        Reply reply = destination.verify("now.spare.example");
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("availabilityStatus").asString()).isEqualTo("AvailableImmediately");
        assertThat(reply.json().path("isVerified").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("C.3 [C] verify may say EmailVerifiedDomainTakeoverScheduled")
    void a_proved_domain_may_be_taken_over_first() {
        // Given
        CloudTenant destination = proved("late.spare.example", "late");
        put("{\"verification\": \"takeover\"}");
        // When
        Reply reply = destination.verify("late.spare.example");
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("availabilityStatus").asString())
                .isEqualTo("EmailVerifiedDomainTakeoverScheduled");
        assertThat(reply.json().path("isVerified").asBoolean(true)).isFalse();
        JsonNode state = destination.get("/domains/late.spare.example").json().path("state");
        assertThat(state.path("operation").asString()).isEqualTo("Verification");
        assertThat(state.path("status").asString()).isEqualTo("Scheduled");
        assertThat(message(destination.verify("late.spare.example"))).contains("Domain verification failed");
        assertThat(tenant.add("late.spare.example").json().path("isVerified").asBoolean(true))
                .isFalse();
        simulator.pass(Duration.ofHours(10));
        JsonNode domain = destination.get("/domains/late.spare.example").json();
        assertThat(domain.path("isVerified").asBoolean()).isTrue();
        assertThat(domain.has("state")).isFalse();
        assertThat(destination.acceptedDomains()).doesNotContain("late.spare.example");
        simulator.pass(Duration.ofMinutes(3));
        assertThat(destination.acceptedDomains()).contains("late.spare.example");
    }

    private static Reply force(String domain) {
        return tenant.graph("POST", "/domains/" + domain + "/forceDelete", "{\"disableUserAccounts\": false}");
    }

    private static String status(String domain) {
        return tenant.get("/domains/" + domain)
                .json()
                .path("state")
                .path("status")
                .asString();
    }

    /// The other tenant, after its proof was published.
    private static CloudTenant proved(String domain, String label) {
        CloudTenant destination = CloudTenant.destination(simulator);
        destination.add(domain);
        simulator.send(
                "PUT",
                "/portal/dns/zones/spare.example/rrsets/" + label + "/TXT",
                "{\"ttl\": 300, \"values\": [\"\\\"" + destination.proof(domain) + "\\\"\"]}",
                simulator.secret("fabrikam-to-contoso-person-dana"));
        return destination;
    }

    private static void put(String positions) {
        assertThat(simulator.send("PUT", "/sim/unclear", positions, null).status())
                .isEqualTo(200);
    }
}
