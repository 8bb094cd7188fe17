package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A domain comes to a tenant: it is added, proved, and given services.
class DomainLifeTests {

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static CloudTenant source;
    private static CloudTenant destination;

    @BeforeAll
    static void start() throws IOException {
        simulator = new RunningSimulator(directory.resolve("data"), DomainWorld.in(directory));
        source = CloudTenant.source(simulator);
        destination = CloudTenant.destination(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    @DisplayName("C.3 [C: T2T21] a domain is added while another tenant still has it")
    void a_domain_is_added_unverified_while_another_tenant_has_it() {
        // When
        Reply reply = destination.add("Fabrikam-Group.example");
        // Then
        assertThat(reply.status()).isEqualTo(201);
        JsonNode domain = destination.get("/domains/fabrikam-group.example").json();
        assertThat(domain.path("id").asString()).isEqualTo("fabrikam-group.example");
        assertThat(domain.path("isVerified").asBoolean(true)).isFalse();
        assertThat(domain.path("isRoot").asBoolean(true)).isFalse();
        assertThat(domain.path("isAdminManaged").asBoolean()).isTrue();
        assertThat(domain.path("authenticationType").asString()).isEqualTo("Managed");
        assertThat(domain.path("supportedServices").isArray()).isTrue();
        assertThat(domain.path("supportedServices")).isEmpty();
        assertThat(reply.json().propertyNames()).containsAll(domain.propertyNames());
        assertThat(effects()).contains("domain fabrikam-group.example is added");
    }

    @Test
    void an_unverified_domain_goes_although_contacts_stand_for_people_in_it() {
        // Given
        destination.add("fabrikam-group.example");
        // When
        Reply reply = destination.delete("/domains/fabrikam-group.example");
        // Then
        assertThat(destination.invoke("Get-MailContact", "{}").body()).contains("@fabrikam-group.example");
        assertThat(reply.status()).isEqualTo(204);
    }

    @Test
    @DisplayName("C.3 [real body] a domain that is there already is an ObjectConflict of id")
    void what_is_there_already_is_a_conflict() {
        // When
        Reply reply = destination.add("contoso.example");
        // Then
        JsonNode error = reply.json().path("error");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(error.path("code").asString()).isEqualTo("Request_BadRequest");
        assertThat(error.path("message").asString())
                .isEqualTo("Another object with the same value for property id already exists.");
        assertThat(error.path("details").path(0).path("code").asString()).isEqualTo("ObjectConflict");
        assertThat(error.path("details").path(0).path("target").asString()).isEqualTo("id");
        assertThat(error.path("innerError").path("date").asString()).isEqualTo("2026-11-20T08:00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"example\"}",
                "{\"id\": \"two words.example\"}",
                "{\"id\": \"under_score.example\"}",
                "{\"id\": \"dot.example.\"}",
                "{\"id\": \"-dash.example\"}",
                "{\"id\": \"192.0.2.1\"}",
                "{\"id\": \"müller.example\"}",
                "{\"id\": \"more.onmicrosoft.com\"}",
                "{\"id\": 7}",
                "{}",
                "{\"id\": \"fine.example\", \"isDefault\": true}"
            })
    @DisplayName("C.3 id is the only property of a new domain")
    void what_is_no_name_or_more_than_one_is_refused(String body) {
        // When
        Reply reply = destination.graph("POST", "/domains", body);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(destination.get("/domains").body()).doesNotContain("fine.example", "under_score", "\"example\"");
    }

    @Test
    @DisplayName("C.3 [C: SUP] a hundred domains may be unverified")
    void a_hundred_domains_may_be_unverified() throws IOException {
        // Given
        Path data = directory.resolve("hundred");
        try (RunningSimulator other = new RunningSimulator(data, SampleWorld.FOLDER)) {
            CloudTenant tenant = CloudTenant.destination(other);
            List<Integer> added = IntStream.range(0, 100)
                    .mapToObj(number -> tenant.add("d" + number + ".example").status())
                    .toList();
            // When
            Reply reply = tenant.add("one-more.example");
            // Then
            assertThat(added).containsOnly(201);
            assertThat(message(reply)).contains("maximum number of 100 unverified domains");
            assertThat(tenant.add("below.contoso.example").status()).isEqualTo(201);
        }
    }

    @Test
    @DisplayName("C.3 [C] a subdomain of a verified root is verified at once; [P] Domain is already verified.")
    void below_a_verified_domain_nothing_is_to_be_proved() {
        // When
        Reply reply = destination.add("new.contoso.example");
        // Then
        assertThat(reply.json().path("isVerified").asBoolean()).isTrue();
        assertThat(reply.json().path("isRoot").asBoolean(true)).isFalse();
        assertThat(message(destination.verify("new.contoso.example"))).isEqualTo("Domain is already verified.");
    }

    @Test
    void a_domain_below_one_that_another_tenant_has_verified_is_not_given_away() {
        // Given
        source.add("own.fabrikam.example");
        // When
        JsonNode added = destination.add("own.fabrikam.example").json();
        // Then
        assertThat(added.path("isVerified").asBoolean(true)).isFalse();
    }

    @Test
    @DisplayName("C.3 [C shape; P value] the proof is a TXT record MS=ms and eight digits, or an MX record")
    void every_tenant_has_a_proof_of_its_own_for_a_domain() {
        // Given
        destination.add("sip.example");
        // When
        JsonNode records =
                destination.get("/domains/sip.example/verificationDnsRecords").json();
        // Then
        JsonNode text = records.path("value").path(0);
        JsonNode mail = records.path("value").path(1);
        assertThat(text.path("@odata.type").asString()).isEqualTo("#microsoft.graph.domainDnsTxtRecord");
        assertThat(text.path("recordType").asString()).isEqualTo("Txt");
        assertThat(text.path("label").asString()).isEqualTo("sip.example");
        assertThat(text.path("ttl").asInt()).isEqualTo(3600);
        assertThat(text.path("text").asString()).matches("MS=ms\\d{8}");
        assertThat(mail.path("recordType").asString()).isEqualTo("Mx");
        assertThat("MS=" + mail.path("mailExchange").asString())
                .isEqualTo(text.path("text").asString() + ".msv1.invalid");
        assertThat(source.proof("sip.example")).isNotEqualTo(destination.proof("sip.example"));
        assertThat(destination.proof("sip.example")).isEqualTo(text.path("text").asString());
    }

    @Test
    @DisplayName("C.3 [P] without its record a domain is not verified: Domain verification failed")
    void without_its_proof_at_the_name_servers_a_domain_is_not_verified() {
        // Given
        destination.add("app.example");
        // When
        Reply reply = destination.verify("app.example");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(message(reply)).startsWith("Domain verification failed with the following error: ");
    }

    @Test
    void a_proof_that_a_secondary_does_not_have_yet_proves_nothing() throws IOException {
        // Given
        try (RunningSimulator other = new RunningSimulator(directory.resolve("lagging"), SampleWorld.FOLDER)) {
            CloudTenant tenant = CloudTenant.destination(other);
            tenant.addAndProve("fabrikam.example");
            // When
            Reply before = tenant.verify("fabrikam.example");
            other.pass(Duration.ofHours(2));
            Reply after = tenant.verify("fabrikam.example");
            // Then
            assertThat(message(before)).contains("not found");
            assertThat(message(after)).contains("another Microsoft hosted service");
        }
    }

    @Test
    @DisplayName("C.3 [C: ENTRA] one tenant verifies a domain; C.1 [P] Exchange accepts it minutes later")
    void a_proved_domain_is_verified_once_nobody_else_has_it_and_then_known_to_exchange() throws IOException {
        // Given
        try (RunningSimulator other =
                new RunningSimulator(directory.resolve("proved"), DomainWorld.in(directory.resolve("w")))) {
            CloudTenant from = CloudTenant.source(other);
            CloudTenant to = CloudTenant.destination(other);
            from.delete("/domains/spare.example");
            other.pass(Duration.ofHours(1));
            to.addAndProve("spare.example");
            // When
            Reply reply = to.verify("spare.example");
            List<String> acceptedAtOnce = to.acceptedDomains();
            Reply tooEarly = to.invoke("Set-Mailbox", address(to, "spare.example"));
            other.pass(Duration.ofMinutes(2));
            // Then
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("availabilityStatus").asString()).isEqualTo("AvailableImmediately");
            assertThat(reply.json().path("isVerified").asBoolean()).isTrue();
            assertThat(reply.json().path("isRoot").asBoolean()).isTrue();
            assertThat(to.get("/domains/spare.example").json().has("availabilityStatus"))
                    .isFalse();
            assertThat(acceptedAtOnce).doesNotContain("spare.example");
            assertThat(message(tooEarly)).contains("NotAcceptedDomainException");
            assertThat(to.acceptedDomains()).contains("spare.example");
            assertThat(to.invoke("Set-Mailbox", address(to, "spare.example")).status())
                    .isEqualTo(200);
            assertThat(owner(from, "spare.example")).isEqualTo(to.id());
        }
    }

    @Test
    @DisplayName("C.3 [I] serviceConfigurationRecords are filled only when supportedServices are set")
    void services_of_a_verified_domain_are_chosen_and_say_what_dns_must_hold() {
        // Given
        source.patch("/domains/parent.example", "{\"supportedServices\": []}");
        JsonNode none = source.get("/domains/parent.example/serviceConfigurationRecords")
                .json();
        // When
        Reply reply = source.patch(
                "/domains/parent.example", "{\"supportedServices\": [\"Email\", \"OfficeCommunicationsOnline\"]}");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(none.path("value")).isEmpty();
        assertThat(source.get("/domains/parent.example/serviceConfigurationRecords")
                        .json()
                        .path("value")
                        .valueStream()
                        .map(DomainLifeTests::written))
                .containsExactly(
                        "parent.example Mx parent-example.mail.protection.outlook.com 0",
                        "parent.example Txt v=spf1 include:spf.protection.outlook.com -all",
                        "autodiscover.parent.example CName autodiscover.outlook.com",
                        "sip.parent.example CName sipdir.online.lync.com",
                        "lyncdiscover.parent.example CName webdir.online.lync.com",
                        "_sip._tls.parent.example Srv 100 1 443 sipdir.online.lync.com",
                        "_sipfederationtls._tcp.parent.example Srv 100 1 5061 sipfed.online.lync.com");
        assertThat(effects()).contains("domain parent.example: its services are [Email, OfficeCommunicationsOnline]");
    }

    @Test
    @DisplayName("C.5 [C] an unverified domain cannot be PATCHed")
    void an_unverified_domain_has_no_services() {
        // Given
        destination.add("forced.example");
        // When
        Reply reply = destination.patch("/domains/forced.example", "{\"supportedServices\": [\"Email\"]}");
        // Then
        assertThat(message(reply)).contains("not verified");
        assertThat(destination
                        .get("/domains/forced.example/serviceConfigurationRecords")
                        .json()
                        .path("value"))
                .isEmpty();
    }

    @Test
    @DisplayName("C.5 [C: ENTRA, SUP] a federated domain cannot be the default one")
    void a_federated_domain_becomes_managed_and_never_the_other_way() {
        // When
        Reply asDefault = source.patch("/domains/federated.example", "{\"isDefault\": true}");
        Reply managed = source.patch("/domains/federated.example", "{\"authenticationType\": \"Managed\"}");
        Reply federated = source.patch("/domains/federated.example", "{\"authenticationType\": \"Federated\"}");
        // Then
        assertThat(asDefault.status()).isEqualTo(400);
        assertThat(managed.status()).isEqualTo(204);
        assertThat(federated.status()).isEqualTo(400);
        assertThat(source.get("/domains/federated.example")
                        .json()
                        .path("authenticationType")
                        .asString())
                .isEqualTo("Managed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"supportedServices\": [\"Intune\"]}",
                "{\"supportedServices\": \"Email\"}",
                "{\"isDefault\": false}",
                "{\"isVerified\": true}",
                "{\"isDefault\": true, \"supportedServices\": [\"Sharepoint\"]}"
            })
    void what_cannot_be_set_of_a_domain_changes_nothing(String body) {
        // Given
        String before = source.get("/domains/dynamic.example").body();
        // When
        Reply reply = source.patch("/domains/dynamic.example", body);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(source.get("/domains/dynamic.example").body()).isEqualTo(before);
    }

    private static String written(JsonNode record) {
        String type = record.path("recordType").asString();
        String value = switch (type) {
            case "Mx" -> record.path("mailExchange").asString() + " " + record.path("preference");
            case "Txt" -> record.path("text").asString();
            case "Srv" ->
                "%s %s %s %s"
                        .formatted(
                                record.path("priority"),
                                record.path("weight"),
                                record.path("port"),
                                record.path("nameTarget").asString());
            default -> record.path("canonicalName").asString();
        };
        return record.path("label").asString() + " " + type + " " + value;
    }

    private static String address(CloudTenant tenant, String domain) {
        String mailbox = tenant.invoke("Get-Mailbox", "{\"ResultSize\": \"Unlimited\"}")
                .json()
                .path("value")
                .path(0)
                .path("Guid")
                .asString();
        return "{\"Identity\": \"%s\", \"EmailAddresses\": {\"@odata.type\": \"#Exchange.GenericHashTable\", \"Add\":"
                        .formatted(mailbox)
                + " \"smtp:somebody@" + domain + "\"}}";
    }

    private static String owner(CloudTenant asking, String domain) {
        return asking.get("/tenantRelationships/findTenantInformationByDomainName(domainName='" + domain + "')")
                .json()
                .path("tenantId")
                .asString();
    }

    private static String effects() {
        return simulator
                .get("/sim/calls")
                .json()
                .valueStream()
                .flatMap(call -> call.path("effect").valueStream())
                .map(JsonNode::asString)
                .reduce("", (all, one) -> all + one + "\n");
    }
}
