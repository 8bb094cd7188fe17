package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Letters of a domain are signed: its keys are given by the tenant, published, and then used.
class DomainSigningTests {

    private static final String SPARE = "spare.example";

    @TempDir
    Path directory;

    private RunningSimulator simulator;
    private CloudTenant tenant;

    @BeforeEach
    void start() throws IOException {
        simulator = new RunningSimulator(directory.resolve("data"), DomainWorld.in(directory));
        tenant = CloudTenant.source(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_domain_without_keys_is_not_found() {
        // When
        Reply reply = tenant.invoke("Get-DkimSigningConfig", "{\"Identity\": \"spare.example\"}");
        // Then
        assertThat(reply.status()).isEqualTo(404);
        assertThat(message(reply)).contains("ManagementObjectNotFoundException", "'spare.example'");
    }

    @Test
    void keys_are_given_in_one_of_two_shapes_and_do_not_sign_yet() {
        // When
        Reply reply = create(SPARE, false);
        JsonNode config = read(SPARE);
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("value").path(0)).isEqualTo(config);
        assertThat(config.path("Enabled").asBoolean(true)).isFalse();
        assertThat(config.path("Status").asString()).isEqualTo("CnameMissing");
        assertThat(List.of(key(config, 1), key(config, 2)))
                .allSatisfy(key -> assertThat(key)
                        .matches("selector[12]-spare-example\\._domainkey\\.fabrikam"
                                + "(\\.onmicrosoft\\.com|\\.[a-z]-v1\\.dkim\\.mail\\.microsoft)"));
        assertThat(effects()).contains("domain spare.example can be signed");
    }

    @Test
    void both_shapes_are_given() {
        // When
        List<String> keys = List.of("spare", "app", "deleted", "contact", "folder", "dynamic", "sip", "parent").stream()
                .map(name -> key(
                        create(name + ".example", false).json().path("value").path(0), 1))
                .toList();
        // Then
        assertThat(keys).anyMatch(key -> key.endsWith("._domainkey.fabrikam.onmicrosoft.com"));
        assertThat(keys).anyMatch(key -> key.endsWith("-v1.dkim.mail.microsoft"));
    }

    @Test
    void only_an_accepted_domain_but_the_first_gets_keys_and_only_once() {
        // Given
        create(SPARE, false);
        // When
        Reply again = create(SPARE, false);
        Reply foreign = create("contoso.example", false);
        Reply initial = create("fabrikam.onmicrosoft.com", false);
        Reply unsaid = tenant.invoke("New-DkimSigningConfig", "{\"DomainName\": \"app.example\"}");
        // Then
        assertThat(message(again)).contains("already exists");
        assertThat(message(foreign))
                .contains("|Microsoft.Exchange.Management.Tasks.ValidationException|Invalid domain name specified")
                .contains("\"contoso.example\". Please specify tenant name or valid accepted domain.");
        assertThat(message(initial)).contains("Invalid domain name specified");
        assertThat(message(unsaid)).contains("missing mandatory parameters: Enabled");
        assertThat(tenant.invoke("Get-DkimSigningConfig", "{}").json().path("value"))
                .hasSize(1);
    }

    @Test
    void nothing_signs_before_all_keys_are_in_the_domains_zone() {
        // Given
        create(SPARE, false);
        JsonNode config = read(SPARE);
        publish("selector1", key(config, 1));
        // When
        Reply refused = enable(true);
        publish("selector2", key(config, 2));
        Reply done = enable(true);
        // Then
        assertThat(refused.status()).isEqualTo(400);
        assertThat(message(refused))
                .contains("|Microsoft.Exchange.Management.Tasks.ValidationException|CNAME record does not exist")
                .contains("Host Name : selector2._domainkey Points to address or value: " + key(config, 2));
        assertThat(done.status()).isEqualTo(200);
        assertThat(read(SPARE).path("Enabled").asBoolean()).isTrue();
        assertThat(read(SPARE).path("Status").asString()).isEqualTo("Valid");
        assertThat(effects()).contains("domain spare.example is signed");
    }

    @Test
    void a_configuration_that_would_sign_at_once_is_not_made_without_its_records() {
        // When
        Reply reply = create(SPARE, true);
        // Then
        assertThat(message(reply)).contains("CNAME record does not exist");
        assertThat(tenant.invoke("Get-DkimSigningConfig", "{}").json().path("value"))
                .isEmpty();
    }

    @Test
    void signing_stops_without_a_question_and_setting_it_again_changes_nothing() {
        // Given
        sign();
        // When
        Reply off = enable(false);
        Reply offAgain = enable(false);
        // Then
        assertThat(off.json().path("@adminapi.warnings")).isEmpty();
        assertThat(offAgain.body()).contains("no settings of 'spare.example' have been modified");
        assertThat(read(SPARE).path("Enabled").asBoolean(true)).isFalse();
        assertThat(effects()).contains("domain spare.example is signed no longer");
    }

    @Test
    void a_domain_that_leaves_takes_its_configuration_along_and_has_the_same_keys_when_it_comes_back() {
        // Given
        sign();
        JsonNode before = read(SPARE);
        // When
        Reply removal = tenant.delete("/domains/spare.example");
        JsonNode gone = tenant.invoke("Get-DkimSigningConfig", "{}").json().path("value");
        simulator.pass(Duration.ofHours(1));
        tenant.addAndProve(SPARE);
        tenant.verify(SPARE);
        Reply tooEarly = create(SPARE, true);
        simulator.pass(Duration.ofMinutes(2));
        Reply again = create(SPARE, true);
        // Then
        assertThat(removal.status()).isEqualTo(204);
        assertThat(gone).isEmpty();
        assertThat(message(tooEarly)).contains("Invalid domain name specified");
        assertThat(again.status()).isEqualTo(200);
        assertThat(read(SPARE)).isEqualTo(before);
    }

    private void sign() {
        create(SPARE, false);
        JsonNode config = read(SPARE);
        publish("selector1", key(config, 1));
        publish("selector2", key(config, 2));
        enable(true);
    }

    private Reply create(String domain, boolean enabled) {
        return tenant.invoke(
                "New-DkimSigningConfig", "{\"DomainName\": \"%s\", \"Enabled\": %s}".formatted(domain, enabled));
    }

    private Reply enable(boolean enabled) {
        return tenant.invoke(
                "Set-DkimSigningConfig", "{\"Identity\": \"spare.example\", \"Enabled\": %s}".formatted(enabled));
    }

    private JsonNode read(String domain) {
        return tenant.invoke("Get-DkimSigningConfig", "{\"Identity\": \"%s\"}".formatted(domain))
                .json()
                .path("value")
                .path(0);
    }

    private static String key(JsonNode config, int number) {
        return config.path("Selector" + number + "CNAME").asString();
    }

    private void publish(String selector, String target) {
        simulator.send(
                "PUT",
                "/portal/dns/zones/spare.example/rrsets/" + selector + "._domainkey/CNAME",
                "{\"ttl\": 300, \"values\": [\"" + target + ".\"]}",
                simulator.secret("fabrikam-to-contoso-person-dana"));
    }

    private String effects() {
        return simulator
                .get("/sim/calls")
                .json()
                .valueStream()
                .flatMap(call -> call.path("effect").valueStream())
                .map(JsonNode::asString)
                .toList()
                .toString();
    }
}
