package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What Microsoft says of addresses, over the interface that applications use.
class ProxyAddressBehaviourTests {

    private static final String GROUP =
            "{\"displayName\": \"Before\", \"mailNickname\": \"before\", \"mailEnabled\": false, \"securityEnabled\": true}";

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.ofSample();

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    @Test
    @DisplayName("C.1 [C: OPS] exactly one address is the primary one")
    void two_primary_addresses_are_refused() {
        // When
        Reply reply = set("room0", "[\"SMTP:a@fabrikam.example\", \"SMTP:b@fabrikam.example\"]");

        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(CloudTenant.message(reply)).contains("primary SMTP");
        assertThat(addresses("room0")).doesNotContain("SMTP:a@fabrikam.example", "SMTP:b@fabrikam.example");
    }

    @Test
    @DisplayName("C.1 [I] what SharePoint has made is put back when somebody takes it away")
    void addresses_of_sharepoint_stay() {
        // Given
        List<String> before = addresses("team3");
        String spo = before.stream()
                .filter(entry -> entry.startsWith("SPO:"))
                .findFirst()
                .orElseThrow();

        // When
        Reply reply = set("team3", "{\"@odata.type\": \"#Exchange.GenericHashTable\", \"Remove\": \"" + spo + "\"}");

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(addresses("team3")).contains(spo);
    }

    @Test
    @DisplayName("C.1 [C: SDKJ] Graph renames groups, and writes no addresses")
    void graph_renames_a_group_and_writes_no_addresses() {
        // Given
        String group = "/groups/"
                + tenant.graph("POST", "/groups", GROUP).json().path("id").asString();

        // When
        Reply renamed = tenant.patch(group, "{\"displayName\": \"After\"}");
        Reply addressed = tenant.patch(group, "{\"mail\": \"after@fabrikam.example\"}");

        // Then
        assertThat(renamed.status()).isEqualTo(204);
        assertThat(addressed.status()).isEqualTo(400);
        assertThat(tenant.get(group).json().path("displayName").asString()).isEqualTo("After");
    }

    private static Reply set(String identity, String addresses) {
        return tenant.invoke(
                "Set-Mailbox", "{\"Identity\": \"%s\", \"EmailAddresses\": %s}".formatted(identity, addresses));
    }

    private static List<String> addresses(String identity) {
        return tenant.invoke("Get-Mailbox", "{\"Identity\": \"%s\"}".formatted(identity))
                .json()
                .path("value")
                .path(0)
                .path("EmailAddresses")
                .valueStream()
                .map(entry -> entry.asString())
                .toList();
    }
}
