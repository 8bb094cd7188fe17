package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Recipients that come and go by cmdlets.
class TenantRecipientsTests {

    private static final String BYPASS = "\"BypassSecurityGroupManagerCheck\": true";

    @TempDir
    static Path directory;

    private static RunningSimulator simulator;
    private static CloudTenant tenant;

    @BeforeAll
    static void start() {
        simulator = new RunningSimulator(directory.resolve("data"), SampleWorld.FOLDER);
        tenant = CloudTenant.destination(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({"Shared, SharedMailbox", "Room, RoomMailbox", "Equipment, EquipmentMailbox"})
    void a_new_mailbox_has_a_user_that_nobody_signs_in_as(String type, String details) {
        // When
        Reply reply = tenant.invoke("New-Mailbox", "{\"%s\": true, \"Name\": \"The %s\"}".formatted(type, type));
        // Then
        JsonNode mailbox = reply.json().path("value").path(0);
        String nick = "The" + type;
        assertThat(mailbox.path("RecipientTypeDetails").asString()).isEqualTo(details);
        assertThat(mailbox.path("EmailAddresses").valueStream().map(JsonNode::asString))
                .containsExactly("SMTP:" + nick + "@contoso.example", "smtp:" + nick + "@contoso.onmicrosoft.com");
        JsonNode user = tenant.get(
                        "/users/" + mailbox.path("ExternalDirectoryObjectId").asString()
                                + "?$select=accountEnabled,userPrincipalName,mail")
                .json();
        assertThat(user.path("accountEnabled").asBoolean()).isFalse();
        assertThat(user.path("userPrincipalName").asString()).isEqualTo(nick + "@contoso.example");
        assertThat(user.path("mail").asString()).isEqualTo(nick + "@contoso.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "New-Mailbox | \"Name\": \"Plain\" | Parameter set",
                "New-Mailbox | \"Shared\": true, \"Name\": \"zoe.lund\" | is already being used",
                "New-Mailbox | \"Shared\": true, \"Name\": \"Zoe\", \"Alias\": \"zoe.lund\" | specify a unique value",
                "New-Mailbox | \"Room\": true, \"Name\": \"É\", \"Alias\": \"é\" | isn't valid",
                "New-Mailbox | \"Room\": true, \"Name\": \"R\", \"PrimarySmtpAddress\": \"r@x.example\" | not an accepted domain",
                "New-DistributionGroup | \"Name\": \"G\", \"PrimarySmtpAddress\": \"zoe.lund@contoso.example\" | already being used",
                "New-DistributionGroup | \"Name\": \"G\", \"Type\": \"Secret\" | Cannot process argument",
                "New-DistributionGroup | \"Name\": \"G\", \"Members\": [\"nobody\"] | couldn't be found",
                "New-MailContact | \"Name\": \"C\" | missing mandatory",
                "New-MailContact | \"Name\": \"C\", \"ExternalEmailAddress\": \"c at home\" | valid SMTP syntax",
                "New-MailContact | \"Name\": \"C\", \"ExternalEmailAddress\": \"zoe.lund@contoso.example\" | already being used"
            })
    void what_cannot_be_is_refused_and_leaves_nothing(String cmdlet, String parameters, String reason) {
        // Given
        int before = recipients();
        // When
        Reply reply = tenant.invoke(cmdlet, "{" + parameters + "}");
        // Then
        assertThat(reply.status()).isIn(400, 404);
        assertThat(CloudTenant.message(reply)).contains(reason);
        assertThat(recipients()).isEqualTo(before);
    }

    @Test
    void a_new_group_takes_letters_of_insiders_only_until_it_is_told_otherwise() {
        // Given
        tenant.invoke("New-DistributionGroup", "{\"Name\": \"Closed\"}");
        // When
        boolean atFirst = isForInsiders("Closed");
        tenant.invoke(
                "Set-DistributionGroup", "{\"Identity\": \"Closed\", \"RequireSenderAuthenticationEnabled\": false}");
        boolean later = isForInsiders("Closed");
        tenant.invoke("New-DistributionGroup", "{\"Name\": \"Open\", \"RequireSenderAuthenticationEnabled\": false}");
        // Then
        assertThat(atFirst).isTrue();
        assertThat(later).isFalse();
        assertThat(isForInsiders("Open")).isFalse();
    }

    private static boolean isForInsiders(String group) {
        return tenant.invoke("Get-DistributionGroup", "{\"Identity\": \"%s\"}".formatted(group))
                .json()
                .path("value")
                .path(0)
                .path("RequireSenderAuthenticationEnabled")
                .asBoolean();
    }

    @Test
    void a_new_group_stands_in_the_directory_with_its_members() {
        // When
        Reply reply = tenant.invoke("New-DistributionGroup", """
                {"Name": "Movers", "Type": "Security", "PrimarySmtpAddress": "movers@contoso.example",
                 "Members": ["zoe.lund", "Ada Fuchs (ext)"], "ManagedBy": "ivo.varga@contoso.example"}""");
        // Then
        JsonNode group = reply.json().path("value").path(0);
        String id = group.path("ExternalDirectoryObjectId").asString();
        assertThat(group.path("ManagedBy").path(0).asString()).isEqualTo("ivo.varga");
        assertThat(tenant.get("/groups/" + id).body())
                .contains("\"mail\":\"movers@contoso.example\"", "\"securityEnabled\":true", "\"mailEnabled\":true");
        assertThat(tenant.values("Get-DistributionGroupMember", "Movers", "DisplayName"))
                .containsExactly("Zoe Lund", "Ada Fuchs (ext)");
        assertThat(tenant.get("/groups/" + id + "/members")
                        .json()
                        .path("value")
                        .valueStream()
                        .map(member -> member.path("@odata.type").asString()))
                .containsExactly("#microsoft.graph.user", "#microsoft.graph.orgContact");
    }

    @Test
    void members_come_once_and_go_once() {
        // Given
        tenant.invoke("New-DistributionGroup", "{\"Name\": \"Club\"}");
        String parameters = "{\"Identity\": \"club@contoso.example\", \"Member\": \"rosa.eze\", \"Confirm\": false, ";
        // When
        Reply unmanaged = tenant.invoke("Add-DistributionGroupMember", parameters + "\"ErrorAction\": \"Stop\"}");
        Reply added = tenant.invoke("Add-DistributionGroupMember", parameters + BYPASS + "}");
        Reply twice = tenant.invoke("Add-DistributionGroupMember", parameters + BYPASS + "}");
        Reply removed = tenant.invoke("Remove-DistributionGroupMember", parameters + BYPASS + "}");
        Reply gone = tenant.invoke("Remove-DistributionGroupMember", parameters + BYPASS + "}");
        // Then
        assertThat(CloudTenant.message(unmanaged)).contains("performed by a manager of the group");
        assertThat(added.status()).isEqualTo(200);
        assertThat(CloudTenant.message(twice)).contains("MemberAlreadyExistsException");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(CloudTenant.message(gone)).contains("MemberNotFoundException");
    }

    @Test
    @DisplayName("C.7 [C: SDKJ] distribution groups are permanently deleted immediately")
    void a_removed_group_is_gone_from_everywhere_at_once() {
        // Given
        String id = tenant.invoke("New-DistributionGroup", "{\"Name\": \"Brief\", \"Members\": \"zoe.lund\"}")
                .json()
                .path("value")
                .path(0)
                .path("ExternalDirectoryObjectId")
                .asString();
        // When
        tenant.invoke("Remove-DistributionGroup", "{\"Identity\": \"Brief\", \"Confirm\": false, " + BYPASS + "}");
        // Then
        assertThat(tenant.get("/groups/" + id).status()).isEqualTo(404);
        assertThat(tenant.get("/directory/deletedItems/" + id).status()).isEqualTo(404);
        assertThat(tenant.invoke("Get-DistributionGroup", "{\"Identity\": \"Brief\"}")
                        .status())
                .isEqualTo(404);
        assertThat(tenant.invoke("New-DistributionGroup", "{\"Name\": \"Brief\"}")
                        .status())
                .isEqualTo(200);
        assertThat(tenant.values("Get-DistributionGroupMember", "Brief", "Identity"))
                .isEmpty();
    }

    @Test
    void whom_a_removed_contact_forwarded_from_forwards_no_more_even_to_its_successor() {
        // Given
        String contact = "{\"Identity\": \"Quinn Udo (ext)\", \"Confirm\": false}";
        // When
        Reply removed = tenant.invoke("Remove-MailContact", contact);
        Reply again = tenant.invoke("Get-MailContact", contact.replace(", \"Confirm\": false", ""));
        tenant.invoke("New-MailContact", """
                {"Name": "Quinn Udo (ext)", "ExternalEmailAddress": "quinn.udo@fabrikam.example"}""");
        // Then
        assertThat(removed.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(404);
        assertThat(CloudTenant.message(again)).contains("ManagementObjectNotFoundException");
        assertThat(tenant.values("Get-Mailbox", "quinn.udo.x", "ForwardingAddress"))
                .containsExactly("");
        assertThat(tenant.get("/contacts").body()).contains("\"mail\":\"quinn.udo@fabrikam.example\"");
    }

    @Test
    void a_removed_mailbox_takes_its_user_along() {
        // Given
        String id = tenant.values("Get-Mailbox", "farid.horvat", "ExternalDirectoryObjectId")
                .getFirst();
        // When
        Reply removed = tenant.invoke("Remove-Mailbox", "{\"Identity\": \"farid.horvat\", \"Confirm\": false}");
        // Then
        assertThat(removed.status()).isEqualTo(200);
        assertThat(tenant.get("/users/" + id).status()).isEqualTo(404);
        assertThat(tenant.get("/directory/deletedItems/" + id).status()).isEqualTo(200);
        assertThat(tenant.invoke("Get-Mailbox", "{\"Identity\": \"farid.horvat\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_removed_shared_mailbox_comes_back_with_its_user() {
        // Given
        JsonNode mailbox = tenant.invoke("New-Mailbox", "{\"Shared\": true, \"Name\": \"Returns\"}")
                .json()
                .path("value")
                .path(0);
        String id = mailbox.path("ExternalDirectoryObjectId").asString();
        tenant.invoke("Remove-Mailbox", "{\"Identity\": \"Returns\", \"Confirm\": false}");
        // When
        Reply restored = tenant.graph("POST", "/directory/deletedItems/" + id + "/restore", "{}");
        // Then
        assertThat(restored.status()).isEqualTo(200);
        assertThat(tenant.values("Get-Mailbox", "Returns@contoso.example", "Guid"))
                .containsExactly(mailbox.path("Guid").asString());
    }

    @Test
    void exchange_knows_users_without_a_mailbox_too() {
        // When
        CloudTenant source = CloudTenant.source(simulator);
        List<String> unlicensed = source.values("Get-User", "anouk.dahl@fabrikam.onmicrosoft.com", "RecipientType");
        List<String> licensed = source.values("Get-User", "bjorn.abel", "UserPrincipalName");
        // Then
        assertThat(unlicensed).containsExactly("User");
        assertThat(licensed).containsExactly("bjorn.abel@fabrikam.example");
    }

    @Test
    void a_name_of_several_is_no_name() throws IOException {
        // Given
        Path world = SampleWorld.copyTo(directory.resolve("twins"));
        SampleWorld.change(
                world,
                "destination/exchange/mailContacts.jsonl",
                text -> text.replace("\"Identity\": \"Bjorn Abel (ext)\"", "\"Identity\": \"Ada Fuchs (ext)\""));
        // When
        try (RunningSimulator twins = new RunningSimulator(directory.resolve("twins-data"), world)) {
            Reply reply = CloudTenant.destination(twins)
                    .invoke("Remove-MailContact", "{\"Identity\": \"Ada Fuchs (ext)\", \"Confirm\": false}");
            // Then
            assertThat(reply.status()).isEqualTo(400);
            assertThat(CloudTenant.message(reply)).contains("matches multiple entries");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"New-UnifiedGroup", "Remove-UnifiedGroup", "Add-UnifiedGroupLinks", "Remove-UnifiedGroupLinks"})
    @DisplayName("0.7 [C: OPS] an application cannot use the cmdlets that make, remove and fill M365 groups")
    void an_application_may_not_touch_teams_by_cmdlets(String cmdlet) {
        // When
        Reply reply = tenant.invoke(cmdlet, "{\"Identity\": \"Project 0\"}");
        // Then
        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void a_batch_creates_too_and_all_of_it_outlives_the_process() throws IOException {
        // Given
        Path data = directory.resolve("killed");
        String part = "{\"id\": \"1\", \"method\": \"POST\", \"url\": \"/InvokeCommand\", \"body\": %s}"
                .formatted(SourceTenant.body("New-Mailbox", "{\"Shared\": true, \"Name\": \"Desk\"}"));
        try (RunningSimulator first = new RunningSimulator(data, SampleWorld.FOLDER)) {
            first.send(
                    "POST",
                    "/exchange/adminapi/beta/" + SourceTenant.ID + "/$batch",
                    "{\"requests\": [" + part + "]}",
                    new SourceTenant(first).token(SourceTenant.EXCHANGE_SCOPE));
        }
        // When
        try (RunningSimulator second = new RunningSimulator(data, SampleWorld.FOLDER)) {
            second.post("/sim/dump", "{\"dir\": \"" + directory.resolve("dump") + "\"}");
            // Then
            assertThat(CloudTenant.source(second).values("Get-Mailbox", "Desk", "PrimarySmtpAddress"))
                    .containsExactly("Desk@fabrikam.example");
        }
        Path world = directory.resolve("dump/fabrikam-to-contoso");
        assertThat(Files.readString(world.resolve("source/exchange/mailboxes.jsonl")))
                .contains("SMTP:Desk@fabrikam.example");
        try (RunningSimulator third = new RunningSimulator(directory.resolve("third"), world)) {
            assertThat(CloudTenant.source(third).values("Get-Mailbox", "Desk", "Alias"))
                    .containsExactly("Desk");
        }
    }

    private static int recipients() {
        return tenant.invoke("Get-Recipient", "{\"ResultSize\": \"Unlimited\"}")
                .json()
                .path("value")
                .size();
    }
}
