package dev.caravan.launcher.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.runs.LedgerLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpCheckTests {

    private static final String ZONE = """
            $ORIGIN fabrikam.example.
            $TTL 3600
            @ IN SOA ns1.fabrikam.example. hostmaster.fabrikam.example. ( 2026112001 7200 900 1209600 300 )
            @ IN NS ns1.fabrikam.example.
            @ IN NS ns2.elsewhere.example.
            @ 14400 IN MX 0 fabrikam-example.mail.protection.outlook.com.
            @ IN TXT "v=spf1 -all"
            """;
    private static final LedgerLine LOWERED = lowered("applied");

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
    void an_untouched_world_equals_the_loaded_one_whatever_the_order_of_its_lines() throws IOException {
        // Given
        write(dumped, "source/graph/users.jsonl", "{\"id\":\"2\"}\n{\"id\":\"1\"}\n");
        write(dumped, "calls.jsonl", "{}\n");
        write(dumped, "dns/zones.state.jsonl", "{}\n");

        // When
        var problems = new DumpCheck(loaded, dumped).problems(List.of());

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    void a_ttl_may_differ_as_the_ledger_says_and_the_serial_always() throws IOException {
        // Given
        zone(dumped, ZONE.replace("14400", "300").replace("2026112001", "2026120300"));

        // When
        var explained = new DumpCheck(loaded, dumped).problems(List.of(LOWERED));
        var unexplained = new DumpCheck(loaded, dumped).problems(List.of());

        // Then
        assertThat(explained).isEmpty();
        assertThat(unexplained)
                .containsExactly("dns/fabrikam.example.zone: fabrikam.example. MX is (TTL 300 s, "
                        + "0 fabrikam-example.mail.protection.outlook.com.) and should be (TTL 14400 s, "
                        + "0 fabrikam-example.mail.protection.outlook.com.)");
    }

    @Test
    void what_the_ledger_says_has_to_be_there() throws IOException {
        // Given
        var ledger = List.of(LOWERED);

        // When
        var problems = new DumpCheck(loaded, dumped).problems(ledger);

        // Then
        assertThat(problems)
                .hasSize(1)
                .first()
                .asString()
                .contains("TTL 14400 s")
                .contains("should be (TTL 300 s");
    }

    @Test
    void a_change_taken_back_is_no_excuse() throws IOException {
        // Given
        zone(dumped, ZONE.replace("14400", "300"));
        var undone = lowered("undone");

        // When
        var problems = new DumpCheck(loaded, dumped).problems(List.of(undone));

        // Then
        assertThat(problems).hasSize(1);
    }

    @Test
    void records_that_nobody_ordered_are_found_whether_added_or_lost() throws IOException {
        // Given
        zone(dumped, ZONE.replace("@ IN TXT \"v=spf1 -all\"", "extra IN A 192.0.2.1"));

        // When
        var problems = new DumpCheck(loaded, dumped).problems(List.of());

        // Then
        assertThat(problems)
                .hasSize(2)
                .anyMatch(problem ->
                        problem.contains("extra.fabrikam.example. A is (TTL 3600 s, 192.0.2.1) and should be absent"))
                .anyMatch(problem -> problem.contains("fabrikam.example. TXT is absent"));
    }

    @Test
    void values_that_the_ledger_replaces_or_removes_are_expected() throws IOException {
        // Given
        zone(
                dumped,
                ZONE.replace("@ IN TXT \"v=spf1 -all\"\n", "").replace("0 fabrikam-example", "5 fabrikam-example"));
        var replaced = applied("fabrikam.example. MX", List.of("5 fabrikam-example.mail.protection.outlook.com."));
        var removed = applied("Fabrikam.example. TXT", List.of());

        // When
        var problems = new DumpCheck(loaded, dumped).problems(List.of(replaced, removed));

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    void other_files_are_compared_line_set_by_line_set() throws IOException {
        // Given
        write(dumped, "source/graph/users.jsonl", "{\"id\":\"1\"}\n");
        write(dumped, "source/graph/groups.jsonl", "{}\n");
        Files.delete(dumped.resolve("bittitan.json"));

        // When
        var problems = new DumpCheck(loaded, dumped).problems(List.of());

        // Then
        assertThat(problems)
                .containsExactly(
                        "bittitan.json is missing in the dump",
                        "source/graph/groups.jsonl was not in the loaded world",
                        "source/graph/users.jsonl differs from the loaded one");
    }

    @Test
    void a_zone_names_all_its_servers() throws IOException {
        // Given
        var files = ZoneFile.in(loaded);

        // When
        var zone = ZoneFile.read(files.firstEntry().getValue());

        // Then
        assertThat(files).containsOnlyKeys("fabrikam.example");
        assertThat(zone.nameServers()).containsExactly("ns1.fabrikam.example.", "ns2.elsewhere.example.");
        assertThat(DumpCheck.touched(List.of(LOWERED, LOWERED))).containsExactly("fabrikam.example. MX");
    }

    private static LedgerLine lowered(String state) {
        return new LedgerLine(
                "lower-ttl", state, "rrset", "fabrikam.example. MX", "ttl", List.of("14400"), List.of("300"));
    }

    private static LedgerLine applied(String id, List<String> after) {
        return new LedgerLine("step", "applied", "rrset", id, "values", List.of("x"), after);
    }

    private Path world(String name) throws IOException {
        var world = folder.resolve(name);
        zone(world, ZONE);
        write(world, "source/graph/users.jsonl", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
        write(world, "bittitan.json", "{}\n");
        return world;
    }

    private static void zone(Path world, String text) throws IOException {
        write(world, "dns/fabrikam.example.zone", text);
    }

    private static void write(Path world, String file, String text) throws IOException {
        var path = world.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
