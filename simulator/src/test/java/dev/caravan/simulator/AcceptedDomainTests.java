package dev.caravan.simulator;

import static dev.caravan.simulator.CloudTenant.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Exchange does with letters to addresses of its domains that nobody has.
class AcceptedDomainTests {

    private static final String MOVING = "fabrikam.example";

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static CloudTenant tenant;

    @BeforeAll
    static void start() throws IOException {
        simulator = new RunningSimulator(directory.resolve("data"), SampleWorld.FOLDER);
        tenant = CloudTenant.source(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void a_domain_is_of_the_type_that_it_was_made_and_of_the_usual_one_again() {
        // When
        Reply relayed = set(MOVING, "InternalRelay");
        String meanwhile = type();
        Path kept = dump("meanwhile");
        Reply again = set(MOVING, "internalrelay");
        Reply back = set(MOVING, "Authoritative");
        // Then
        assertThat(relayed.status()).isEqualTo(200);
        assertThat(meanwhile).isEqualTo("InternalRelay");
        assertThat(kept).content().contains("\"DomainName\":\"fabrikam.example\",\"DomainType\":\"InternalRelay\"");
        assertThat(again.body()).contains("no settings of").contains("have been modified");
        assertThat(back.status()).isEqualTo(200);
        assertThat(type()).isEqualTo("Authoritative");
        assertThat(dump("afterwards"))
                .as("what is as usual is not written down")
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).isEmptyFile());
    }

    @ParameterizedTest
    @CsvSource({
        "fabrikam.example, Relay, Cannot process argument transformation on parameter 'DomainType'",
        "nowhere.example, InternalRelay, object 'nowhere.example' couldn't be found",
        "fabrikam.example, , missing mandatory parameters: DomainType"
    })
    void what_cannot_be_is_refused(String domain, String type, String reason) {
        // When
        Reply reply = set(domain, type == null ? "" : type);
        // Then
        assertThat(reply.status()).isGreaterThanOrEqualTo(400);
        assertThat(message(reply)).contains(reason);
    }

    private static Path dump(String name) {
        Path folder = directory.resolve(name);
        simulator.post("/sim/dump", "{\"dir\": \"" + folder + "\"}");
        return folder.resolve("fabrikam-to-contoso/source/exchange/acceptedDomains.state.jsonl");
    }

    private static Reply set(String domain, String type) {
        return tenant.invoke(
                "Set-AcceptedDomain", "{\"Identity\": \"%s\", \"DomainType\": \"%s\"}".formatted(domain, type));
    }

    private static String type() {
        return tenant.invoke("Get-AcceptedDomain", "{}")
                .json()
                .path("value")
                .valueStream()
                .filter(row -> row.path("DomainName").asString().equals(MOVING))
                .map(row -> row.path("DomainType").asString())
                .findFirst()
                .orElseThrow();
    }
}
