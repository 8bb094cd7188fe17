package dev.caravan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.ports.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What becomes of passes.
class BitTitanPassTests {

    private static final String SMALL = "farid.sato@fabrikam.example";
    private static final Map<String, Object> NOTHING_FAILS =
            Map.of("simulator.bittitan.item-errors", 0, "simulator.bittitan.failures", 0);

    @TempDir
    Path data;

    private final int port = FreePort.find();
    private RunningSimulator simulator;
    private BitTitanRunner runner;

    @BeforeEach
    void start() {
        start(NOTHING_FAILS);
    }

    private void start(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("simulator.bittitan.port", port);
        settings.put("simulator.mail.interval", "0");
        simulator = new RunningSimulator(data, settings, SampleWorld.FOLDER);
        runner = BitTitanRunner.of(simulator, port);
    }

    private void again(Map<String, Object> more) {
        end();
        start(more);
    }

    @AfterEach
    void end() {
        runner.close();
        simulator.close();
    }

    private static String id(JsonNode row) {
        return BitTitanProject.id(row);
    }

    private static String status(JsonNode pass) {
        return pass.path("Status").asString();
    }

    @Test
    void a_pass_is_submitted_then_queued_then_processing() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        // When
        JsonNode submitted = project.submit(item, "Full", Map.of());
        simulator.pass(Duration.ofSeconds(61));
        JsonNode queued = project.latest(item);
        simulator.pass(Duration.ofMinutes(16));
        JsonNode processing = project.latest(item);
        JsonNode completed = project.finished(item);
        // Then
        assertThat(status(submitted)).isEqualTo("Submitted");
        assertThat(status(queued)).isEqualTo("Queued");
        assertThat(status(processing)).isEqualTo("Processing");
        assertThat(status(completed)).isEqualTo("Completed");
        assertThat(hours(completed)).isBetween(7.7, 7.9);
    }

    private static double hours(JsonNode pass) {
        return Duration.between(
                                Instant.parse(pass.path("StartDate").asString()),
                                Instant.parse(pass.path("CompleteDate").asString()))
                        .toSeconds()
                / 3600.0;
    }

    @Test
    void an_item_has_one_pass_at_a_time() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        project.submit(item, "Verification", Map.of());
        // When
        String refusal = runner.refusal("Add-MW_MailboxMigration", "mw", project.pass(item, "Full", Map.of()));
        // Then
        assertThat(refusal).startsWith("CONFLICT: ").endsWith("has a pass that is Submitted already.");
    }

    @Test
    void only_what_works_or_is_put_off_can_be_stopped() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        JsonNode submitted = project.submit(item, "Full", Map.of());
        Map<String, Object> stop = Map.of("mailboxmigration", Map.of("Id", id(submitted)), "Status", "Stopping");
        String refusal = runner.refusal("Set-MW_MailboxMigration", "mw", stop);
        simulator.pass(Duration.ofHours(2));
        long before = project.items(BitTitanProject.DESTINATION);
        // When
        JsonNode stopping = runner.one("Set-MW_MailboxMigration", "mw", stop);
        JsonNode stopped = project.finished(item);
        JsonNode later = project.submit(
                item,
                "Full",
                Map.of("StartRequestedDate", project.now().plusSeconds(7200).toString()));
        runner.one(
                "Set-MW_MailboxMigration",
                "mw",
                Map.of("mailboxmigration", Map.of("Id", id(later)), "Status", "Stopping"));
        // Then
        assertThat(refusal).startsWith("CONFLICT: ").endsWith("is Submitted and cannot be stopped.");
        assertThat(status(stopping)).isEqualTo("Stopping");
        assertThat(status(stopped)).isEqualTo("Stopped");
        assertThat(stopped.path("ConsumedLicense").asBoolean()).isFalse();
        assertThat(project.items(BitTitanProject.DESTINATION)).isBetween(before + 10_000, before + 15_000);
        assertThat(status(project.finished(item))).isEqualTo("Stopped");
    }

    @Test
    void what_is_copied_already_is_not_copied_again() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        long before = project.items(BitTitanProject.DESTINATION);
        // When
        project.run(item, "Full", Map.of("ItemTypes", "Mail", "ItemEndDate", "2026-08-22T08:00:00Z"));
        long staged = project.items(BitTitanProject.DESTINATION) - before;
        project.run(item, "Full", Map.of());
        JsonNode delta = project.run(item, "Full", Map.of());
        // Then
        assertThat(staged).isBetween(44_000L, 46_500L);
        assertThat(project.items(BitTitanProject.DESTINATION)).isEqualTo(before + 52_572);
        assertThat(hours(delta)).isBetween(0.03, 0.04);
    }

    @Test
    void statistics_tell_the_latest_pass_from_those_before() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        // When
        JsonNode none = runner.run("Get-MW_MailboxStat", "mw", Map.of("MailboxId", id(item)));
        project.run(item, "Full", Map.of("ItemTypes", "Mail", "ItemEndDate", "2026-08-22T08:00:00Z"));
        project.run(item, "Full", Map.of());
        JsonNode statistics = runner.one("Get-MW_MailboxStat", "mw", Map.of("MailboxId", id(item)));
        // Then
        assertThat(none).isEmpty();
        JsonNode mail = statistics
                .path("MigrationStatsInfos")
                .valueStream()
                .filter(info -> info.path("TaskType").asString().equals("Import"))
                .filter(info -> info.path("ItemType").asString().equals("Mail"))
                .findFirst()
                .orElseThrow()
                .path("MigrationStats");
        assertThat(mail.path("SuccessCount").asLong()).isPositive();
        assertThat(mail.path("SuccessCount").asLong()
                        + mail.path("SuccessCountTotal").asLong())
                .isBetween(47_310L, 47_320L);
        assertThat(statistics.path("ImportDuration").asLong()).isPositive();
    }

    @Test
    void a_project_has_no_more_at_work_than_it_allows() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner, Map.of("MaximumSimultaneousMigrations", 1));
        JsonNode one = project.item(SMALL, BitTitanProject.DESTINATION);
        JsonNode other = project.item(BitTitanProject.SOURCE, "farid.horvat@contoso.example");
        project.submit(one, "Verification", Map.of());
        project.submit(other, "Verification", Map.of());
        // When
        JsonNode second = project.finished(other);
        JsonNode first = project.latest(one);
        // Then
        boolean apart = !start(second).isBefore(end(first)) || !start(first).isBefore(end(second));
        assertThat(apart).isTrue();
    }

    private static Instant start(JsonNode pass) {
        return Instant.parse(pass.path("StartDate").asString());
    }

    private static Instant end(JsonNode pass) {
        return Instant.parse(pass.path("CompleteDate").asString());
    }

    @Test
    void failed_items_are_repaired_but_for_those_that_last() {
        // Given
        again(Map.of("simulator.bittitan.item-errors", 1, "simulator.bittitan.failures", 0));
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        String before = runner.refusal("Add-MW_MailboxMigration", "mw", project.pass(item, "Repair", Map.of()));
        project.run(item, "Full", Map.of());
        JsonNode errors = errors(item);
        // When
        JsonNode repaired = project.run(item, "Repair", Map.of());
        // Then
        assertThat(before).startsWith("CONFLICT: ");
        assertThat(errors).isNotEmpty();
        assertThat(errors.path(0).path("Message").asString()).isNotEmpty();
        assertThat(status(repaired)).isEqualTo("Completed");
        assertThat(errors(item).size()).isLessThanOrEqualTo(1);
    }

    private JsonNode errors(JsonNode item) {
        return runner.run("Get-MW_MailboxError", "mw", Map.of("MailboxId", id(item), "Severity", "Error"));
    }

    @Test
    void a_mailbox_that_is_unlucky_moves_at_the_second_try() {
        // Given
        again(Map.of("simulator.bittitan.item-errors", 0, "simulator.bittitan.failures", 1));
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        // When
        JsonNode verified = project.run(item, "Verification", Map.of());
        JsonNode first = project.run(item, "Full", Map.of());
        JsonNode second = project.run(item, "Full", Map.of());
        // Then
        assertThat(status(verified)).isEqualTo("Completed");
        assertThat(status(first)).isEqualTo("Failed");
        assertThat(first.path("FailureMessage").asString()).contains("Please try again");
        assertThat(status(second)).isEqualTo("Completed");
    }

    @ParameterizedTest
    @CsvSource({
        "ModernAuthClientSecret, wrong, AADSTS7000215",
        "ModernAuthClientId, 11111111-1111-2222-3333-444444444444, AADSTS700016",
        "ModernAuthTenantId, 11111111-1111-2222-3333-444444444444, AADSTS90002",
        "AdministrativeUsername, nobody@fabrikam.example, AADSTS50126",
        "AdministrativeUsername, yara.tamm@fabrikam.example, has no FullAccess"
    })
    void credentials_that_do_not_open_the_mailbox_fail_the_verification(
            String property, String value, String complaint) {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        Map<String, Object> configuration = project.configuration("source", CloudTenant.source(simulator));
        configuration.put(property, value);
        configuration.put("AdministrativePassword", "anything");
        runner.one(
                "Set-BT_Endpoint",
                project.ticket,
                Map.of("endpoint", Map.of("Id", id(project.source)), "Configuration", configuration));
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        // When
        JsonNode pass = project.run(item, "Verification", Map.of());
        // Then
        assertThat(status(pass)).isEqualTo("Failed");
        assertThat(pass.path("FailureMessage").asString())
                .startsWith("Your migration failed while checking source credentials. ")
                .contains(complaint);
    }

    @Test
    void a_person_with_full_access_opens_a_mailbox_without_a_secret() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        Map<String, Object> configuration = project.configuration("source", CloudTenant.source(simulator));
        configuration.remove("ModernAuthClientSecret");
        configuration.put("AdministrativeUsername", "yara.tamm@fabrikam.example");
        configuration.put("AdministrativePassword", "anything");
        runner.one(
                "Set-BT_Endpoint",
                project.ticket,
                Map.of("endpoint", Map.of("Id", id(project.source)), "Configuration", configuration));
        CloudTenant.source(simulator).invoke("Add-MailboxPermission", """
                        {"Identity": "farid.sato", "User": "yara.tamm@fabrikam.example",
                         "AccessRights": ["FullAccess"]}""");
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        // When
        JsonNode pass = project.run(item, "Verification", Map.of());
        // Then
        assertThat(status(pass)).as(pass.toString()).isEqualTo("Completed");
    }

    @Test
    void an_address_that_nobody_has_in_the_tenant_fails_the_verification() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, "farid.sato@contoso.onmicrosoft.com");
        // When
        JsonNode pass = project.run(item, "Verification", Map.of());
        // Then
        assertThat(pass.path("FailureMessage").asString())
                .isEqualTo("Your migration failed while checking destination credentials. ErrorNonExistentMailbox: The"
                        + " SMTP address has no mailbox associated with it: farid.sato@contoso.onmicrosoft.com");
    }

    @Test
    void another_address_counts_for_passes_that_are_submitted_eight_seconds_later() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item("nobody@fabrikam.example", BitTitanProject.DESTINATION);
        Map<String, Object> change = Map.of("mailbox", Map.of("Id", id(item)), "ExportEmailAddress", SMALL);
        // When
        runner.one("Set-MW_Mailbox", "mw", change);
        JsonNode early = project.run(item, "Verification", Map.of());
        JsonNode late = project.run(item, "Verification", Map.of());
        // Then
        assertThat(status(early)).isEqualTo("Failed");
        assertThat(status(late)).isEqualTo("Completed");
    }

    @Test
    void what_is_under_way_goes_on_after_a_restart() {
        // Given
        BitTitanProject project = new BitTitanProject(simulator, runner);
        JsonNode item = project.item(SMALL, BitTitanProject.DESTINATION);
        long before = project.items(BitTitanProject.DESTINATION);
        project.submit(item, "Full", Map.of());
        simulator.pass(Duration.ofHours(1));
        // When
        again(NOTHING_FAILS);
        BitTitanProject same = project.over(simulator, runner);
        JsonNode processing = same.latest(item);
        JsonNode completed = same.finished(item);
        // Then
        assertThat(status(processing)).isEqualTo("Processing");
        assertThat(status(completed)).isEqualTo("Completed");
        assertThat(same.items(BitTitanProject.DESTINATION)).isEqualTo(before + 52_572);
    }
}
