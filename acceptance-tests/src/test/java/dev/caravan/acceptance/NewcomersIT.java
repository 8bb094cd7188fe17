package dev.caravan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The customer hires people while a move is prepared.
@Tag("long")
class NewcomersIT {

    private static final String LIST = "list0";

    @TempDir
    private Path folder;

    @Test
    void who_comes_between_two_captures_moves_with_the_others() throws Exception {
        // Given
        Path world = withLicencesForMore();
        String[] options = {"--runbook", "tenant-to-tenant", "--exit", "--world", world.toString()};

        try (LaunchedDemo demo = LaunchedDemo.launch(folder, options);
                CustomerIt it = new CustomerIt(demo)) {
            // When
            demo.awaitOutput("capture-targets succeeded");
            String newcomer = it.hire("newcomer", LIST);
            demo.awaitOutput("add-items succeeded");
            String latecomer = it.hire("latecomer", LIST);
            demo.awaitExit();

            // Then
            assertThat(demo.report().at("/runs/0/state").asString())
                    .as(demo::output)
                    .isEqualTo("completed");
            Path dump = demo.dump().resolve("fabrikam-to-contoso");
            Path destination = dump.resolve("destination");
            List<String> primaries = TenantFiles.lines(destination.resolve("exchange/mailboxes.jsonl")).stream()
                    .map(mailbox -> mailbox.path("PrimarySmtpAddress").asString())
                    .toList();
            assertThat(primaries).contains(newcomer, latecomer);
            assertThat(membersOf(LIST, destination)).contains("newcomer", "latecomer");
            assertThat(TenantFiles.lines(dump.resolve("bittitan/items.jsonl")))
                    .filteredOn(item -> !item.path("IsDeleted").asBoolean(false))
                    .filteredOn(item -> Stream.of("newcomer@", "latecomer@")
                            .anyMatch(item.path("ExportEmailAddress").asString()::startsWith))
                    .hasSize(2);
            for (String tenant : List.of("source", "destination")) {
                assertThat(TenantFiles.lines(dump.resolve(tenant).resolve("exchange/mailboxPermissions.jsonl")))
                        .as("access that nobody needs any more")
                        .noneMatch(row -> row.path("User").asString("").startsWith("caravan-"));
            }
            assertThat(TenantFiles.lines(dump.resolve("messages.jsonl")))
                    .allSatisfy(letter ->
                            assertThat(letter.path("state").asString()).isEqualTo("delivered"));
        }
    }

    /// The sample, in whose account of BitTitan a few licences more are left than there are mailboxes.
    private Path withLicencesForMore() throws IOException {
        Path world = Worlds.copy(folder.resolve("worlds").resolve(Worlds.SAMPLE.getFileName()));
        Path account = world.resolve("bittitan.json");
        Files.writeString(account, Files.readString(account).replace("\"Purchased\": 60", "\"Purchased\": 70"));
        return world;
    }

    /// Local parts of the sign-in names of a list's members.
    private static List<String> membersOf(String alias, Path tenant) throws IOException {
        JsonNode list = TenantFiles.lines(tenant.resolve("exchange/distributionGroups.jsonl")).stream()
                .filter(group -> group.path("PrimarySmtpAddress").asString().startsWith(alias + "@"))
                .findFirst()
                .orElseThrow();
        return TenantFiles.lines(tenant.resolve("exchange/groupMembers.jsonl")).stream()
                .filter(row -> row.path("Group")
                        .asString()
                        .equals(list.path("Identity").asString()))
                .map(row -> row.path("Member").asString().split("@")[0])
                .toList();
    }
}
