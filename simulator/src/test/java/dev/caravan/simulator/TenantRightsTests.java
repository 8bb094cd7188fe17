package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rights in mailboxes and folders, and to send as others.
class TenantRightsTests {

    private static final String FULL = "\"AccessRights\": [\"FullAccess\"]";
    private static final String SEND_AS = "\"AccessRights\": \"SendAs\", \"Confirm\": false";

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static CloudTenant tenant;

    @BeforeAll
    static void start() throws IOException {
        Path world = SampleWorld.copyTo(directory.resolve("world"));
        synchronize(world, "source/exchange/mailboxes.jsonl", "(\"Identity\": \"room1\".*\"IsDirSynced\": )false");
        synchronize(
                world,
                "source/exchange/distributionGroups.jsonl",
                "(\"Identity\": \"List 5\".*\"IsDirSynced\": )false");
        synchronize(
                world,
                "source/graph/users.jsonl",
                "(\"room1@fabrikam.example\", \"displayName\".*\"onPremisesSyncEnabled\": )null");
        simulator = new RunningSimulator(directory.resolve("data"), world);
        tenant = CloudTenant.source(simulator);
    }

    private static void synchronize(Path world, String file, String object) throws IOException {
        SampleWorld.change(world, file, text -> text.replaceAll(object, "$1true"));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void full_access_is_given_once_and_then_a_warning() {
        // Given
        String parameters = """
                {"Identity": "info", "User": "olu.abel@fabrikam.example", %s, "InheritanceType": "All",
                 "AutoMapping": false}""".formatted(FULL);
        // When
        Reply first = tenant.invoke("Add-MailboxPermission", parameters);
        Reply second = tenant.invoke("Add-MailboxPermission", parameters);
        // Then
        assertThat(first.json().path("@adminapi.warnings")).isEmpty();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("@adminapi.warnings").path(0).asString())
                .contains("access control entry is already present");
        assertThat(tenant.values("Get-MailboxPermission", "info", "User"))
                .containsExactly("NT AUTHORITY\\SELF", "olu.abel@fabrikam.example");
    }

    @Test
    void full_access_is_taken_by_whatever_name_but_not_if_it_is_missing() {
        // Given
        String parameters = "{\"Identity\": \"team3\", \"User\": \"Sven.Fuchs\", " + FULL + ", \"Confirm\": false}";
        // When
        Reply first = tenant.invoke("Remove-MailboxPermission", parameters);
        Reply second = tenant.invoke("Remove-MailboxPermission", parameters);
        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(400);
        assertThat(CloudTenant.message(second)).contains("because the ACE doesn't exist on the object");
        assertThat(tenant.values("Get-MailboxPermission", "team3", "User"))
                .doesNotContain("sven.fuchs@fabrikam.example");
    }

    @Test
    void the_right_to_send_as_another_comes_and_goes() {
        // Given
        String parameters = "{\"Identity\": \"List 1\", \"Trustee\": \"olu.abel\", " + SEND_AS + "}";
        // When
        tenant.invoke("Add-RecipientPermission", parameters);
        var given = tenant.values("Get-RecipientPermission", "List 1", "Trustee");
        tenant.invoke("Remove-RecipientPermission", parameters);
        // Then
        assertThat(given).containsExactly("NT AUTHORITY\\SELF", "olu.abel@fabrikam.example");
        assertThat(tenant.values("Get-RecipientPermission", "List 1", "Trustee"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Remove-MailboxPermission|{\"Identity\": \"team0\", \"User\": \"bjorn.abel\","
                        + " \"AccessRights\": \"FullAccess\"}",
                "Add-RecipientPermission|{\"Identity\": \"room0\", \"Trustee\": \"bjorn.abel\","
                        + " \"AccessRights\": \"SendAs\"}",
                "Remove-RecipientPermission|{\"Identity\": \"team0\", \"Trustee\": \"bjorn.abel\","
                        + " \"AccessRights\": \"SendAs\", \"Confirm\": true}",
                "Remove-MailboxFolderPermission|{\"Identity\": \"goran.ilves:\\\\Kalender\", \"User\": \"ada.abel\"}"
            })
    void what_asks_back_needs_to_be_told_not_to(String call) {
        // Given
        String[] parts = call.split("\\|");
        // When
        Reply reply = tenant.invoke(parts[0], parts[1]);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(CloudTenant.message(reply)).contains("does not support user interaction");
    }

    @Test
    void rights_in_a_calendar_are_given_changed_and_taken() {
        // Given
        String who = "{\"Identity\": \"ada.fuchs:\\\\Kalender\", \"User\": \"bjorn.abel@fabrikam.example\"";
        // When
        tenant.invoke("Add-MailboxFolderPermission", who + ", \"AccessRights\": \"Reviewer\"}");
        Reply twice = tenant.invoke("Add-MailboxFolderPermission", who + ", \"AccessRights\": \"Editor\"}");
        tenant.invoke(
                "Set-MailboxFolderPermission",
                who + ", \"AccessRights\": [\"Editor\"]," + " \"SharingPermissionFlags\": \"Delegate\"}");
        String changed = tenant.invoke("Get-MailboxFolderPermission", "{\"Identity\": \"ada.fuchs:\\\\Kalender\"}")
                .body();
        Reply removed = tenant.invoke("Remove-MailboxFolderPermission", who + ", \"Confirm\": false}");
        Reply gone = tenant.invoke("Remove-MailboxFolderPermission", who + ", \"Confirm\": false}");
        // Then
        assertThat(CloudTenant.message(twice)).contains("An existing permission entry was found for user: Bjorn Abel.");
        assertThat(changed)
                .contains("\"User\":\"Bjorn Abel\"", "\"Editor\"", "\"SharingPermissionFlags\":\"Delegate\"")
                .doesNotContain("Reviewer");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(CloudTenant.message(gone)).contains("There is no existing permission entry found for user");
    }

    @Test
    void what_everybody_may_do_in_a_calendar_is_set_but_never_removed() {
        // Given
        String who = "{\"Identity\": \"bjorn.abel:\\\\Kalender\", \"User\": \"Default\"";
        // When
        Reply set = tenant.invoke("Set-MailboxFolderPermission", who + ", \"AccessRights\": \"LimitedDetails\"}");
        Reply removed = tenant.invoke("Remove-MailboxFolderPermission", who + ", \"Confirm\": false}");
        // Then
        assertThat(set.status()).isEqualTo(200);
        assertThat(removed.status()).isEqualTo(400);
        assertThat(tenant.invoke("Get-MailboxFolderPermission", "{\"Identity\": \"bjorn.abel:\\\\Kalender\"}")
                        .body())
                .contains("LimitedDetails");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Set-Mailbox | {\"Identity\": \"room1\", \"DisplayName\": \"First\"} | DisplayName | Room 1",
                "Set-Mailbox | {\"Identity\": \"room1\", \"ForwardingAddress\": null} | ForwardingAddress | Room 1",
                "Remove-Mailbox | {\"Identity\": \"room1\", \"Confirm\": false} | Identity | Room 1",
                "Add-DistributionGroupMember | {\"Identity\": \"List 5\", \"Member\": \"info\"} | Member | List 5"
            })
    void a_synchronized_recipient_is_changed_where_it_comes_from(
            String cmdlet, String parameters, String property, String name) {
        // When
        Reply reply = tenant.invoke(cmdlet, parameters);
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(CloudTenant.message(reply))
                .contains("The action '" + cmdlet + "', '" + property + "', can't be performed on the object '" + name
                        + "' because the object is being synchronized from your on-premises organization.");
    }

    @Test
    void a_synchronized_user_is_not_deleted_in_the_directory_either() {
        // When
        Reply reply = tenant.delete("/users/room1@fabrikam.example");
        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(CloudTenant.message(reply)).contains("on-premises mastered Directory Sync objects");
    }

    @Test
    void a_right_stands_in_the_ledger_and_in_the_dump() throws IOException {
        // When
        tenant.invoke("Add-MailboxPermission", "{\"Identity\": \"room0\", \"User\": \"olu.udo\", " + FULL + "}");
        simulator.post("/sim/dump", "{\"dir\": \"" + directory.resolve("dump") + "\"}");
        // Then
        assertThat(simulator.get("/sim/calls").body()).contains("+FullAccess for olu.udo@fabrikam.example");
        assertThat(Files.readString(
                        directory.resolve("dump/fabrikam-to-contoso/source/exchange/mailboxPermissions.jsonl")))
                .contains(
                        "{\"Identity\":\"room0\",\"User\":\"olu.udo@fabrikam.example\",\"AccessRights\":[\"FullAccess\"],"
                                + "\"IsInherited\":false,\"Deny\":false,\"InheritanceType\":\"All\"}");
    }
}
