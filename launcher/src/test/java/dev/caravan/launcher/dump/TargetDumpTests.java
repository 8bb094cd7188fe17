package dev.caravan.launcher.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.runs.LedgerLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Targets in a dump: marks, creations, members and rights.
class TargetDumpTests {

    private static final String USERS = "graph/users.jsonl";
    private static final String MAILBOXES = "exchange/mailboxes.jsonl";
    private static final String SKUS = "graph/subscribedSkus.jsonl";
    private static final String CALENDARS = "exchange/mailboxFolderPermissions.jsonl";
    private static final String MEMBERS = "exchange/groupMembers.jsonl";
    private static final String ADA = """
            {"Identity":"ada","Guid":"g-ada","ExternalDirectoryObjectId":"e-ada","DisplayName":"Ada",\
            "UserPrincipalName":"ada@c.example","GrantSendOnBehalfTo":["zoe"]%s}
            """;
    private static final String ADA_IN_DIRECTORY = """
            {"id":"e-ada","displayName":"Ada"%s}
            """;
    private static final String BO = """
            {"Identity":"bo","Guid":"g-bo","ExternalDirectoryObjectId":"e-bo","DisplayName":"Bo",\
            "RecipientTypeDetails":"UserMailbox","UserPrincipalName":"bo@c.example",\
            "EmailAddresses":["SMTP:bo@c.example"],"CustomAttribute15":"caravan:bo"}
            """;
    private static final String BO_IN_DIRECTORY = """
            {"id":"e-bo","userPrincipalName":"bo@c.example","assignedLicenses":[{"skuId":"e3"}],\
            "onPremisesExtensionAttributes":{"extensionAttribute15":"caravan:bo"}}
            """;
    private static final LedgerLine BO_NAMED = line("mailboxTarget", "caravan:bo", "name", "", "bo@c.example");
    private static final LedgerLine BO_TYPED = line("mailboxTarget", "caravan:bo", "type", "", "UserMailbox");

    @TempDir
    private Path folder;

    private Path loaded = Path.of("");
    private Path dumped = Path.of("");

    @BeforeEach
    void two_equal_worlds() throws IOException {
        loaded = world("loaded");
        dumped = world("dumped");
    }

    @Test
    void a_mark_and_a_name_stand_in_both_products() throws IOException {
        // Given
        write(
                dumped,
                MAILBOXES,
                ADA.formatted(",\"CustomAttribute15\":\"caravan:x\"").replace("\"Ada\"", "\"A.\""));
        write(
                dumped,
                USERS,
                ADA_IN_DIRECTORY
                        .formatted(",\"onPremisesExtensionAttributes\":{\"extensionAttribute15\":\"caravan:x\"}")
                        .replace("\"Ada\"", "\"A.\""));
        var mark = line("mailbox", "g-ada", "mark", "", "caravan:x");
        var name = line("mailbox", "g-ada", "displayName", "Ada", "A.");
        // When
        var explained = problems(mark, name);
        var undone = problems(undone(mark), undone(name));
        // Then
        assertThat(explained).isEmpty();
        assertThat(undone).hasSize(4);
    }

    @Test
    void what_was_created_is_known_by_its_mark_and_uses_a_licence() throws IOException {
        // Given
        created();
        // When
        var explained = problems(BO_NAMED, BO_TYPED);
        var unexplained = problems();
        // Then
        assertThat(explained).isEmpty();
        assertThat(unexplained).hasSize(2).allMatch(problem -> problem.endsWith("was not in the loaded world"));
    }

    @Test
    void a_unit_that_nobody_has_a_licence_for_is_a_difference() throws IOException {
        // Given
        created();
        write(dumped, SKUS, "{\"id\":\"t_e3\",\"skuId\":\"e3\",\"consumedUnits\":3}\n");
        // When
        var problems = problems(BO_NAMED, BO_TYPED);
        // Then
        assertThat(problems).singleElement().asString().contains("consumedUnits is (3) and should be (1)");
    }

    @Test
    void what_was_created_and_taken_back_has_to_be_gone() throws IOException {
        // Given
        var lines = new LedgerLine[] {undone(BO_NAMED), undone(BO_TYPED)};
        // When
        var gone = problems(lines);
        created();
        var left = problems(lines);
        // Then
        assertThat(gone).isEmpty();
        assertThat(left)
                .anyMatch(problem -> problem.contains("RecipientTypeDetails is (UserMailbox) and should be empty"));
    }

    @Test
    void addresses_of_what_was_created_are_the_remotes_own_choice_until_a_step_changes_them() throws IOException {
        // Given
        created();
        var added = line("mailbox", "g-bo", "addresses", "SMTP:bo@c.example", "SMTP:bo@c.example,smtp:bo@a.example");
        // When
        var missing = problems(BO_NAMED, BO_TYPED, added);
        var takenBack = problems(BO_NAMED, BO_TYPED, undone(added));
        // Then
        assertThat(missing).singleElement().asString().contains("EmailAddresses is (SMTP:bo@c.example)");
        assertThat(takenBack).isEmpty();
    }

    @Test
    void rights_and_members_are_rows_that_name_both_by_any_name() throws IOException {
        // Given
        created();
        write(dumped, CALENDARS, """
                {"Identity":"ada:\\\\Kalender","FolderName":"Kalender","User":"Bo","AccessRights":["Editor"],\
                "SharingPermissionFlags":"Delegate"}
                """);
        write(dumped, MEMBERS, "{\"Group\":\"ada\",\"Member\":\"bo@c.example\"}\n");
        write(dumped, MAILBOXES, ADA.formatted("").replace("[\"zoe\"]", "[\"zoe\",\"bo\"]") + BO);
        var calendar = line("mailboxFolderPermission", "g-ada|g-bo", "accessRights", "", "Editor,flag:Delegate");
        var member = line("groupMember", "g-ada|g-bo", "member", "", "bo");
        var behalf = line("sendOnBehalf", "g-ada|g-bo", "accessRights", "", "bo");
        // When
        var explained = problems(BO_NAMED, BO_TYPED, calendar, member, behalf);
        var less = problems(BO_NAMED, BO_TYPED, undone(calendar), undone(member), undone(behalf));
        // Then
        assertThat(explained).isEmpty();
        assertThat(less).hasSize(4);
    }

    @Test
    void a_right_that_the_ledger_has_must_be_there() throws IOException {
        // When
        var problems = problems(line("mailboxPermission", "g-ada|g-ada", "accessRights", "", "FullAccess"));
        // Then
        assertThat(problems).singleElement().asString().contains("AccessRights is absent and should be (FullAccess)");
    }

    private void created() throws IOException {
        write(dumped, MAILBOXES, ADA.formatted("") + BO);
        write(dumped, USERS, ADA_IN_DIRECTORY.formatted("") + BO_IN_DIRECTORY);
        write(dumped, SKUS, "{\"id\":\"t_e3\",\"skuId\":\"e3\",\"consumedUnits\":2}\n");
    }

    private List<String> problems(LedgerLine... ledger) throws IOException {
        return new DumpCheck(loaded, dumped, new Accounts(Map.of("destination-id", Place.DESTINATION)))
                .problems(List.of(ledger));
    }

    private static LedgerLine line(String kind, String id, String property, String before, String after) {
        return new LedgerLine(
                "step",
                "applied",
                kind,
                id,
                property,
                values(before),
                values(after),
                Instant.parse("2026-12-03T19:00:00Z"),
                "destination-id");
    }

    private static List<String> values(String written) {
        return written.isEmpty() ? List.of() : Arrays.asList(written.split(",", -1));
    }

    private static LedgerLine undone(LedgerLine line) {
        return new LedgerLine(
                line.stepId(),
                "undone",
                line.kind(),
                line.id(),
                line.property(),
                line.before(),
                line.after(),
                line.changedAt(),
                line.account());
    }

    private Path world(String name) throws IOException {
        var world = folder.resolve(name);
        write(world, MAILBOXES, ADA.formatted(""));
        write(world, USERS, ADA_IN_DIRECTORY.formatted(""));
        write(world, SKUS, "{\"id\":\"t_e3\",\"skuId\":\"e3\",\"consumedUnits\":1}\n");
        return world;
    }

    private static void write(Path world, String file, String text) throws IOException {
        var path = world.resolve("destination").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
