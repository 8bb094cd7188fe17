package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of addresses that are taken away, in every position of the switches.
class AddressSwitchTests {

    @RegisterExtension
    private static final RunningSimulator simulator = RunningSimulator.of(DomainWorld::in);

    private static final CloudTenant tenant = CloudTenant.source(simulator);

    @ParameterizedTest
    @CsvSource({"put-back, true", "removed, false"})
    @DisplayName("C.1 [I] the removal of an SPO: address may be undone by the service")
    void an_address_of_sharepoint_is_put_back_or_removed(String position, boolean there) {
        // Given
        put("{\"sharePointAddresses\": \"" + position + "\"}");
        String spo = addresses("Get-Mailbox", "team3").stream()
                .filter(entry -> entry.startsWith("SPO:"))
                .findFirst()
                .orElseThrow();
        // When
        Reply reply = remove("Set-Mailbox", "team3", spo);
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(addresses("Get-Mailbox", "team3").contains(spo)).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"removed, false", "recreated, true"})
    @DisplayName("C.7 [P] an address policy may re-create a group's address in the old default domain")
    void an_address_of_a_group_is_recreated_or_not(String position, boolean again) {
        // Given
        put("{\"groupAddresses\": \"" + position + "\"}");
        set("[\"SMTP:project0@fabrikam.example\", \"smtp:project0@fabrikam.onmicrosoft.com\"]");
        // When
        Reply reply = set("[\"SMTP:project0@fabrikam.onmicrosoft.com\"]");
        // Then
        List<String> now = addresses("Get-UnifiedGroup", "Project 0");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(now).contains("SMTP:project0@fabrikam.onmicrosoft.com");
        assertThat(now.contains("smtp:project0@fabrikam.example")).isEqualTo(again);
    }

    @Test
    @DisplayName("C.4 [P: skysoft] addresses of M365 groups may linger in Entra until the group is deleted")
    void an_address_of_a_group_lingers_in_the_directory_until_the_group_is_deleted_for_good() {
        // Given
        String group = "7d000000-0000-4000-8000-000000000002";
        put("{\"groupAddresses\": \"lingering\"}");
        removePeople();
        // When
        Reply reply = tenant.invoke("Set-UnifiedGroup", """
                {"Identity": "Team", "EmailAddresses": ["SMTP:team@fabrikam.onmicrosoft.com"]}""");
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(addresses("Get-UnifiedGroup", "Team")).containsExactly("SMTP:team@fabrikam.onmicrosoft.com");
        assertThat(tenant.get("/groups/" + group).body())
                .contains("SMTP:team@fabrikam.onmicrosoft.com", "smtp:team@forced.example");
        assertThat(tenant.delete("/domains/forced.example").status()).isEqualTo(400);
        tenant.delete("/groups/" + group);
        assertThat(tenant.delete("/domains/forced.example").status()).isEqualTo(400);
        tenant.delete("/directory/deletedItems/" + group);
        assertThat(tenant.delete("/domains/forced.example").status()).isEqualTo(204);
    }

    /// Nothing but the group is left in its domain.
    private static void removePeople() {
        tenant.delete("/users/pia@forced.example");
        tenant.delete("/directory/deletedItems/7d000000-0000-4000-8000-000000000001");
        tenant.patch("/applications/7d000000-0000-4000-8000-00000000000c", "{\"identifierUris\": []}");
    }

    private static Reply set(String addresses) {
        return tenant.invoke(
                "Set-UnifiedGroup", "{\"Identity\": \"Project 0\", \"EmailAddresses\": " + addresses + "}");
    }

    private static Reply remove(String cmdlet, String identity, String address) {
        return tenant.invoke(cmdlet, """
                {"Identity": "%s", "EmailAddresses": {"@odata.type": "#Exchange.GenericHashTable", "Remove": "%s"}}""".formatted(identity, address));
    }

    private static List<String> addresses(String cmdlet, String identity) {
        return tenant.invoke(cmdlet, "{\"Identity\": \"" + identity + "\"}")
                .json()
                .path("value")
                .path(0)
                .path("EmailAddresses")
                .valueStream()
                .map(entry -> entry.asString())
                .toList();
    }

    private static void put(String positions) {
        assertThat(simulator.send("PUT", "/sim/unclear", positions, null).status())
                .isEqualTo(200);
    }
}
