package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What domains of a tenant can be and become, besides what their life and removal show.
class DomainBehaviourTests {

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

    @Test
    @DisplayName("C.3 [C: ENTRA] a subdomain may be verified in another tenant with a TXT record of its own")
    void a_subdomain_may_be_another_tenants() {
        // Given
        CloudTenant destination = CloudTenant.destination(simulator);
        destination.add("branch.spare.example");
        simulator.send(
                "PUT",
                "/portal/dns/zones/spare.example/rrsets/branch/TXT",
                "{\"ttl\": 300, \"values\": [\"\\\"" + destination.proof("branch.spare.example") + "\\\"\"]}",
                simulator.secret("fabrikam-to-contoso-person-dana"));
        // When
        Reply reply = destination.verify("branch.spare.example");
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(tenant.get("/domains/spare.example")
                        .json()
                        .path("isVerified")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("C.3 [C: ENTRA] a tenant has at most 5000 domains")
    void a_tenant_has_at_most_five_thousand_domains() throws IOException {
        // Given
        Path world = SampleWorld.copyTo(directory.resolve("thousands"));
        String domains = IntStream.range(0, 4997).mapToObj("""
                        {"id": "d%d.example", "isInitial": false, "isDefault": false, "isVerified": true, \
                        "authenticationType": "Managed", "supportedServices": []}
                        """::formatted).collect(Collectors.joining());
        SampleWorld.change(world, "source/graph/domains.jsonl", before -> before + domains);
        try (RunningSimulator other = new RunningSimulator(directory.resolve("thousands-data"), world)) {
            // When
            Reply reply = CloudTenant.source(other).add("one-more.example");
            // Then
            assertThat(reply.status()).isEqualTo(400);
            assertThat(message(reply)).contains("maximum number of 5000 domains");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fabrikam.onmicrosoft.com, You cannot remove the initial domain created for you.",
        "fabrikam.example, You cannot delete the default domain."
    })
    @DisplayName("C.5 [C] the initial and the default domain cannot be removed")
    void the_initial_and_the_default_domain_stay(String domain, String text) {
        // When
        Reply reply = tenant.delete("/domains/" + domain);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).startsWith(text);
    }

    @Test
    @DisplayName("C.5 [C: ENTRA, SUP] any verified domain can be the default one, and then the former is not")
    void any_verified_domain_can_be_the_default_one() {
        // When
        Reply reply = tenant.patch("/domains/dynamic.example", "{\"isDefault\": true}");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(tenant.get("/domains")
                        .json()
                        .path("value")
                        .valueStream()
                        .filter(domain -> domain.path("isDefault").asBoolean())
                        .map(domain -> domain.path("id").asString()))
                .containsExactly("dynamic.example");
        assertThat(tenant.patch("/domains/fabrikam.example", "{\"isDefault\": true}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("C.5 [C] an unverified domain cannot be PATCHed, so it cannot be the default one")
    void an_unverified_domain_cannot_be_the_default_one() {
        // Given
        tenant.add("unproved.example");
        // When
        Reply reply = tenant.patch("/domains/unproved.example", "{\"isDefault\": true}");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains("not verified");
    }
}
