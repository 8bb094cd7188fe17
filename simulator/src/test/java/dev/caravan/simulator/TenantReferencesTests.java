package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows name recipients, and go on meaning them whatever they are called later.
class TenantReferencesTests {

    private static final String KATYA = "katya.pinto@fabrikam.example";

    @TempDir
    Path directory;

    private RunningSimulator simulator;
    private CloudTenant tenant;

    @BeforeEach
    void start() {
        simulator = new RunningSimulator(directory.resolve("data"), SampleWorld.FOLDER);
        tenant = CloudTenant.source(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_member_stays_in_the_group_when_the_address_that_named_it_goes() {
        // When
        rename("katya.pinto", "katya@fabrikam.onmicrosoft.com");
        // Then
        assertThat(members(tenant)).hasSize(6).contains("katya@fabrikam.onmicrosoft.com");
        assertThat(tenant.get("/groups/35c12382-2623-4807-94b3-e16961f4e7cc/members")
                        .json()
                        .path("value"))
                .hasSize(6);
    }

    @Test
    void whoever_gets_the_address_later_is_not_meant() {
        // Given
        rename("katya.pinto", "katya@fabrikam.onmicrosoft.com");
        // When
        tenant.invoke("Set-Mailbox", """
                {"Identity": "room1", "EmailAddresses": ["SMTP:%s"]}""".formatted(KATYA));
        // Then
        assertThat(members(tenant)).contains("katya@fabrikam.onmicrosoft.com").doesNotContain(KATYA);
    }

    @Test
    void rights_show_the_name_that_their_holder_signs_in_with_now() {
        // When
        rename("bjorn.abel", "bjorn@fabrikam.onmicrosoft.com");
        // Then
        assertThat(tenant.values("Get-MailboxPermission", "team0", "User"))
                .containsExactly("NT AUTHORITY\\SELF", "bjorn@fabrikam.onmicrosoft.com", "yara.tamm@fabrikam.example");
        assertThat(tenant.values("Get-RecipientPermission", "team0", "Trustee"))
                .containsExactly("NT AUTHORITY\\SELF", "bjorn@fabrikam.onmicrosoft.com", "yara.tamm@fabrikam.example");
    }

    @Test
    void a_dump_keeps_the_rows_and_says_beside_them_whom_they_mean() throws IOException {
        // Given
        rename("katya.pinto", "katya@fabrikam.onmicrosoft.com");
        // When
        Path world = dump();
        // Then
        assertThat(world.resolve("source/exchange/groupMembers.jsonl"))
                .hasSameBinaryContentAs(SampleWorld.FOLDER.resolve("source/exchange/groupMembers.jsonl"));
        assertThat(world.resolve("source/exchange/references.state.jsonl"))
                .content()
                .contains("\"name\":\"" + KATYA + "\"");
        assertThat(world.resolve("destination/exchange/references.state.jsonl")).doesNotExist();
    }

    @Test
    void a_dump_that_is_loaded_means_the_same_and_is_dumped_the_same() throws IOException {
        // Given
        rename("katya.pinto", "katya@fabrikam.onmicrosoft.com");
        Path world = dump();
        // When
        try (RunningSimulator second = new RunningSimulator(directory.resolve("second"), world)) {
            List<String> members = members(CloudTenant.source(second));
            second.post("/sim/dump", "{\"dir\": \"" + directory.resolve("again") + "\"}");
            // Then
            assertThat(members).hasSize(6).contains("katya@fabrikam.onmicrosoft.com");
        }
        assertThat(directory.resolve("again/fabrikam-to-contoso/source/exchange/references.state.jsonl"))
                .hasSameBinaryContentAs(world.resolve("source/exchange/references.state.jsonl"));
    }

    @Test
    void what_rows_mean_outlives_the_process() {
        // Given
        rename("katya.pinto", "katya@fabrikam.onmicrosoft.com");
        simulator.close();
        // When
        start();
        // Then
        assertThat(members(tenant)).hasSize(6).contains("katya@fabrikam.onmicrosoft.com");
    }

    private Path dump() {
        simulator.post("/sim/dump", "{\"dir\": \"" + directory.resolve("dump") + "\"}");
        return directory.resolve("dump/fabrikam-to-contoso");
    }

    private void rename(String alias, String name) {
        tenant.patch("/users/" + alias + "@fabrikam.example", "{\"userPrincipalName\": \"" + name + "\"}");
        assertThat(tenant.invoke("Set-Mailbox", """
                                {"Identity": "%s", "EmailAddresses": ["SMTP:%s"]}""".formatted(alias, name)).status())
                .isEqualTo(200);
    }

    private static List<String> members(CloudTenant tenant) {
        return tenant.values("Get-DistributionGroupMember", "List 0", "PrimarySmtpAddress");
    }
}
