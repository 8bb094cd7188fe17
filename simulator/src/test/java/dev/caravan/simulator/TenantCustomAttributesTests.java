package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.RunningSimulator.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Custom attributes, which Exchange and the directory show alike.
class TenantCustomAttributesTests {

    private static final String ATTRIBUTE = "CustomAttribute15";
    private static final String IN_DIRECTORY = "?$select=onPremisesExtensionAttributes";
    private static final String MAILBOXES = "fabrikam-to-contoso/destination/exchange/mailboxes.jsonl";
    private static final String USERS = "fabrikam-to-contoso/destination/graph/users.jsonl";

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

    @Test
    void what_exchange_sets_the_directory_shows_and_filters_find() {
        // When
        Reply reply = mark("Set-Mailbox", "zoe.lund", "\"caravan:zoe\"");
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(tenant.values("Get-Mailbox", "zoe.lund", ATTRIBUTE)).containsExactly("caravan:zoe");
        assertThat(tenant.get("/users/zoe.lund@contoso.example" + IN_DIRECTORY).body())
                .contains("\"extensionAttribute15\":\"caravan:zoe\"");
        assertThat(found("Get-Recipient", ATTRIBUTE + " -eq 'caravan:zoe'")).containsExactly("zoe.lund");
        assertThat(found("Get-Recipient", ATTRIBUTE + " -like 'caravan:z*'")).containsExactly("zoe.lund");
        assertThat(found("Get-Mailbox", ATTRIBUTE + " -ne $null")).contains("zoe.lund");
        assertThat(found("Get-Mailbox", ATTRIBUTE + " -ne $null")).doesNotContain("jana.lund");
    }

    @Test
    void what_the_directory_sets_exchange_shows() {
        // When
        Reply reply = tenant.patch("/users/ivo.varga@contoso.example", """
                {"onPremisesExtensionAttributes": {"extensionAttribute15": "caravan:ivo", "extensionAttribute1": "x"}}""");
        // Then
        assertThat(reply.status()).isEqualTo(204);
        assertThat(tenant.values("Get-Mailbox", "ivo.varga", ATTRIBUTE)).containsExactly("caravan:ivo");
        assertThat(tenant.values("Get-Recipient", "ivo.varga", "CustomAttribute1"))
                .containsExactly("x");
    }

    @Test
    void a_new_user_brings_it_into_the_mailbox_that_comes_with_a_licence() {
        // Given
        tenant.graph("POST", "/users", """
                {"displayName": "Nora", "mailNickname": "nora", "userPrincipalName": "nora@contoso.example",
                 "accountEnabled": true, "usageLocation": "US", "passwordProfile": {"password": "Aa1!aaaa"},
                 "onPremisesExtensionAttributes": {"extensionAttribute15": "caravan:nora"}}""");
        // When
        Reply licensed = tenant.graph("POST", "/users/nora@contoso.example/assignLicense", """
                {"addLicenses": [{"skuId": "6fd2c87f-b296-42f0-b197-1e91e994b900"}], "removeLicenses": []}""");
        // Then
        assertThat(licensed.status()).isEqualTo(200);
        assertThat(found("Get-Recipient", ATTRIBUTE + " -eq 'caravan:nora'")).containsExactly("nora");
    }

    @Test
    void what_was_set_and_taken_away_leaves_no_trace() throws IOException {
        // Given
        String mailboxes = dumped("before", MAILBOXES, "jana.lund");
        String users = dumped("before-too", USERS, "jana.lund");
        // When
        mark("Set-Mailbox", "jana.lund", "\"caravan:jana\"");
        String marked = dumped("marked", USERS, "jana.lund");
        mark("Set-Mailbox", "jana.lund", "null");
        // Then
        assertThat(marked).contains("caravan:jana");
        assertThat(dumped("after", MAILBOXES, "jana.lund")).isEqualTo(mailboxes);
        assertThat(dumped("after-too", USERS, "jana.lund")).isEqualTo(users);
    }

    @ParameterizedTest
    @CsvSource({"Set-MailContact, Quinn Udo (ext)", "Set-DistributionGroup, Marked", "Set-DynamicDistributionGroup, All"
    })
    void whatever_takes_mail_can_have_one_and_another_name(String cmdlet, String name) {
        // Given
        tenant.invoke("New-DistributionGroup", "{\"Name\": \"Marked\"}");
        tenant.invoke("New-DynamicDistributionGroup", "{\"Name\": \"All\", \"RecipientFilter\": \"Alias -ne $null\"}");
        // When
        Reply reply = tenant.invoke(
                cmdlet,
                "{\"Identity\": \"%s\", \"CustomAttribute15\": \"m\", \"DisplayName\": \"Shown\"%s}"
                        .formatted(
                                name,
                                cmdlet.equals("Set-DistributionGroup")
                                        ? ", \"BypassSecurityGroupManagerCheck\": true"
                                        : ""));
        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(tenant.values("Get-Recipient", name, ATTRIBUTE)).containsExactly("m");
        assertThat(tenant.values("Get-Recipient", name, "DisplayName")).containsExactly("Shown");
    }

    @Test
    void what_cannot_be_one_is_refused() {
        // When
        Reply tooLong = mark("Set-Mailbox", "iris.brandt", "\"" + "x".repeat(1025) + "\"");
        Reply noText = mark("Set-Mailbox", "iris.brandt", "7");
        Reply sixteenth = tenant.invoke("Set-Mailbox", "{\"Identity\": \"iris.brandt\", \"CustomAttribute16\": \"x\"}");
        Reply unknown = tenant.patch("/users/iris.brandt@contoso.example", """
                {"onPremisesExtensionAttributes": {"extensionAttribute16": "x"}}""");
        // Then
        assertThat(CloudTenant.message(tooLong)).contains("maximum length is 1024");
        assertThat(CloudTenant.message(noText)).contains("System.String");
        assertThat(CloudTenant.message(sixteenth)).contains("CustomAttribute16");
        assertThat(CloudTenant.message(unknown)).contains("extensionAttribute16");
    }

    @Test
    void a_dynamic_group_comes_with_a_filter_that_can_be_read_and_goes() {
        // When
        Reply unreadable = tenant.invoke(
                "New-DynamicDistributionGroup", "{\"Name\": \"Some\", \"RecipientFilter\": \"Alias is zoe\"}");
        Reply made = tenant.invoke(
                "New-DynamicDistributionGroup",
                "{\"Name\": \"Some\", \"Alias\": \"some\", \"RecipientFilter\": \"Alias -like 'z*'\"}");
        List<String> filter = tenant.values("Get-DynamicDistributionGroup", "some@contoso.example", "RecipientFilter");
        Reply removed =
                tenant.invoke("Remove-DynamicDistributionGroup", "{\"Identity\": \"Some\", \"Confirm\": false}");
        // Then
        assertThat(CloudTenant.message(unreadable)).contains("Invalid filter");
        assertThat(made.status()).isEqualTo(200);
        assertThat(filter).containsExactly("Alias -like 'z*'");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(tenant.invoke("Get-DynamicDistributionGroup", "{\"Identity\": \"Some\"}")
                        .status())
                .isEqualTo(404);
    }

    private static Reply mark(String cmdlet, String identity, String value) {
        return tenant.invoke(cmdlet, "{\"Identity\": \"%s\", \"CustomAttribute15\": %s}".formatted(identity, value));
    }

    private static List<String> found(String cmdlet, String filter) {
        return tenant.invoke(cmdlet, "{\"ResultSize\": \"Unlimited\", \"Filter\": \"" + filter + "\"}")
                .json()
                .path("value")
                .valueStream()
                .map(row -> row.path("Identity").asString())
                .toList();
    }

    /// The line of a file that a dump has of somebody.
    private static String dumped(String folder, String file, String name) throws IOException {
        Path dump = directory.resolve(folder);
        simulator.post("/sim/dump", "{\"dir\": \"" + dump + "\"}");
        return Files.readAllLines(dump.resolve(file)).stream()
                .filter(line -> line.contains(name + "@"))
                .findFirst()
                .orElseThrow();
    }
}
