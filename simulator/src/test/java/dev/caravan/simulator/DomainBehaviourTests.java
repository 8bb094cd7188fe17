package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    @Test
    @DisplayName("C.3 [C: ENTRA] a tenant has at most 2500 federated domains")
    void a_tenant_has_at_most_two_thousand_five_hundred_federated_domains() throws IOException {
        // Given
        Path world = SampleWorld.copyTo(directory.resolve("federated"));
        String domains = IntStream.range(0, 2500).mapToObj("""
                        {"id": "d%d.example", "isInitial": false, "isDefault": false, "isVerified": true, \
                        "authenticationType": "Federated", "supportedServices": []}
                        """::formatted).collect(Collectors.joining());
        SampleWorld.change(world, "source/graph/domains.jsonl", before -> before + domains);
        try (RunningSimulator other = new RunningSimulator(directory.resolve("federated-data"), world)) {
            CloudTenant source = CloudTenant.source(other);
            // When
            Reply federated = source.add("below.d0.example");
            Reply managed = source.add("below.fabrikam.example");
            // Then
            assertThat(federated.status()).isEqualTo(400);
            assertThat(message(federated)).contains("maximum number of 2500 federated domains");
            assertThat(managed.status()).isEqualTo(201);
        }
    }

    @Test
    @DisplayName("C.10 [C docs] promote is 200 with true, and makes a verified subdomain a root")
    void a_verified_subdomain_is_promoted() {
        // When
        Reply reply = tenant.graph("POST", "/domains/sub.parent.example/promote", null);
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("value").asBoolean()).isTrue();
        assertThat(tenant.get("/domains/sub.parent.example")
                        .json()
                        .path("isRoot")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("C.10 [C docs] only a verified domain that is no root yet is promoted")
    void what_is_no_verified_subdomain_is_not_promoted() {
        // Given
        tenant.add("unproved-too.example");
        // When
        Reply unverified = tenant.graph("POST", "/domains/unproved-too.example/promote", null);
        Reply root = tenant.graph("POST", "/domains/dynamic.example/promote", null);
        // Then
        assertThat(message(unverified)).contains("not verified");
        assertThat(message(root)).contains("a root domain already");
    }

    @Test
    @DisplayName("C.4 [C: docs PR #876] a refused removal suggests forceDelete")
    void a_refused_removal_suggests_force() {
        // When
        Reply reply = tenant.delete("/domains/sip.example");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).contains("/domains/sip.example/forceDelete");
    }

    @Test
    @DisplayName("C.1 [C: SUP 2415053] a new domain may take up to one hour to replicate in Exchange")
    void exchange_may_learn_of_a_domain_an_hour_later() throws IOException {
        // Given
        try (RunningSimulator slow = new RunningSimulator(
                directory.resolve("slow-data"),
                Map.of("simulator.domains.acceptance", "1h"),
                DomainWorld.in(directory.resolve("slow")))) {
            CloudTenant source = CloudTenant.source(slow);
            source.add("branch.fabrikam.example");
            // When
            slow.pass(Duration.ofMinutes(59));
            String early = message(address(source));
            slow.pass(Duration.ofMinutes(1));
            Reply late = address(source);
            // Then
            assertThat(early).contains("not an accepted domain");
            assertThat(late.status()).isEqualTo(200);
        }
    }

    private static Reply address(CloudTenant tenant) {
        return tenant.invoke("Set-Mailbox", """
                {"Identity": "ada.abel", "EmailAddresses": {"@odata.type": "#Exchange.GenericHashTable",
                 "Add": "smtp:ada@branch.fabrikam.example"}}""");
    }
}
