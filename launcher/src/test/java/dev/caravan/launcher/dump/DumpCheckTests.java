package dev.caravan.launcher.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.runs.LedgerLine;
import dev.caravan.launcher.runs.Loss;
import dev.caravan.launcher.zone.ZoneFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private static final String ZONE_FILE = "dns/fabrikam.example.zone";
    private static final String USERS = "source/graph/users.jsonl";
    private static final String SIGNING = "exchange/dkimSigningConfigs.jsonl";
    private static final String MX = "fabrikam.example. MX";
    private static final String TXT = "fabrikam.example. TXT";
    private static final Accounts ACCOUNTS = new Accounts(Map.of(
            "source-id",
            Place.SOURCE,
            "destination-id",
            Place.DESTINATION,
            "dns:fabrikam",
            Place.ZONES,
            "Northwind MSP",
            Place.BITTITAN));
    private static final LedgerLine LOWERED = ttl("applied");

    @TempDir
    private Path folder;

    private Path loaded = Path.of("");
    private Path dumped = Path.of("");

    @BeforeEach
    void two_equal_worlds() throws IOException {
        loaded = world("loaded");
        dumped = world("dumped");
    }

    // ---- any file ------------------------------------------------------------------------------------------------

    @Test
    void an_untouched_world_equals_the_loaded_one_whatever_the_order_of_its_lines() throws IOException {
        // Given
        write(dumped, USERS, "{\"id\":\"2\"}\n{\"mail\":\"a@fabrikam.example\",\"id\":\"1\"}\n");
        write(dumped, "calls.jsonl", "{}\n");
        write(dumped, "dns/zones.state.jsonl", "{}\n");

        // When
        var problems = problems();

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    void what_nobody_ordered_is_told_by_file_object_and_property() throws IOException {
        // Given
        write(dumped, USERS, "{\"id\":\"1\",\"mail\":null,\"extra\":{\"deep\":[1,2]}}\n{\"id\":\"3\"}\n");
        write(dumped, "source/graph/groups.jsonl", "{\"id\":\"9\"}\n");
        write(dumped, "source/notes.txt", "changed");
        write(dumped, "source/tenant.json", "{\"id\":\"source-id\",\"timeZone\":\"UTC\"}");
        Files.delete(dumped.resolve("bittitan.json"));

        // When
        var problems = problems();

        // Then
        assertThat(problems)
                .containsExactly(
                        "bittitan.json is missing in the dump",
                        "source/graph/groups.jsonl: 9 was not in the loaded world",
                        USERS + ": 1: extra.deep is (1, 2) and should be absent",
                        USERS + ": 1: mail is empty and should be (a@fabrikam.example)",
                        USERS + ": 2 is missing in the dump",
                        USERS + ": 3 was not in the loaded world",
                        "source/notes.txt: notes.txt: text is (changed) and should be (as it was)",
                        "source/tenant.json: tenant.json: timeZone is (UTC) and should be (Europe/Berlin)");
    }

    @Test
    void objects_without_an_id_are_told_apart_by_what_names_them() throws IOException {
        // Given
        write(
                dumped,
                "source/exchange/mailboxPermissions.jsonl",
                "{\"Identity\":\"team0\",\"User\":\"a\",\"AccessRights\":[\"ReadPermission\"]}\n"
                        + "{\"Identity\":\"team0\",\"User\":\"b\",\"AccessRights\":[\"FullAccess\"]}\n");

        // When
        var problems = problems();

        // Then
        assertThat(problems)
                .containsExactly("source/exchange/mailboxPermissions.jsonl: team0 / a: AccessRights is "
                        + "(ReadPermission) and should be (FullAccess)");
    }

    @Test
    void however_lines_are_spaced_they_say_the_same() throws IOException {
        // Given
        String accepted = "source/exchange/acceptedDomains.jsonl";
        String nameless = "source/exchange/unknown.jsonl";
        write(loaded, accepted, "{\"DomainName\": \"a.example\", \"DomainType\": \"Authoritative\"}\n");
        write(dumped, accepted, "{\"DomainName\":\"a.example\",\"DomainType\":\"InternalRelay\"}\n");
        write(loaded, nameless, "{\"Color\": \"red\"}\n");
        write(dumped, nameless, "{\"Color\":\"red\"}\n");

        // When
        var problems = problems();

        // Then
        assertThat(problems)
                .containsExactly(accepted + ": a.example: DomainType is (InternalRelay) and should be (Authoritative)");
    }

    // ---- zones and the ledger ------------------------------------------------------------------------------------

    @Test
    void a_ttl_may_differ_as_the_ledger_says_and_then_the_serial_grows() throws IOException {
        // Given
        zone(dumped, ZONE.replace("14400", "300").replace("2026112001", "2026120300"));

        // When
        var explained = problems(LOWERED);
        var unexplained = problems();

        // Then
        assertThat(explained).isEmpty();
        assertThat(unexplained)
                .containsExactly(
                        ZONE_FILE + ": fabrikam.example. MX: ttl is (300) and should be (14400)",
                        ZONE_FILE + ": fabrikam.example. SOA: serial is (2026120300) and should be (2026112001)");
    }

    @Test
    void a_serial_never_shrinks_and_the_rest_of_the_soa_is_compared_like_any_other_record() throws IOException {
        // Given
        zone(dumped, ZONE.replace("14400", "300").replace("2026112001 7200", "2026112000 7201"));

        // When
        var problems = problems(LOWERED);

        // Then
        assertThat(problems)
                .hasSize(2)
                .anyMatch(problem -> problem.contains("serial is (2026112000)"))
                .anyMatch(problem -> problem.contains("SOA: values is"));
    }

    @Test
    void what_the_ledger_says_has_to_be_there() throws IOException {
        // When
        var problems = problems(LOWERED);

        // Then
        assertThat(problems).containsExactly(ZONE_FILE + ": fabrikam.example. MX: ttl is (14400) and should be (300)");
    }

    @Test
    void a_change_taken_back_is_no_excuse_and_one_that_others_changed_since_may_be_anything() throws IOException {
        // Given
        zone(dumped, ZONE.replace("14400", "77"));

        // When
        var undone = problems(ttl("undone"));
        var conflict = problems(ttl("conflict"));

        // Then
        assertThat(undone).hasSize(1);
        assertThat(conflict).isEmpty();
    }

    @Test
    void values_come_and_go_as_the_ledger_says_and_others_stay_however_they_are_written() throws IOException {
        // Given
        zone(
                dumped,
                ZONE.replace(
                                "@ IN TXT \"v=spf1 -all\"",
                                "@ IN TXT \"v=spf1 -all\"\n@ IN TXT \"move\"\nnew 300 IN TXT x")
                        .replace("0 fabrikam-example", "5 fabrikam-example"));
        var added = values(TXT, List.of(), List.of("move"));
        var replaced = values(
                "Fabrikam.example. MX",
                List.of("0 fabrikam-example.mail.protection.outlook.com."),
                List.of("5   fabrikam-example.mail.protection.outlook.com."));
        var created = values("new.fabrikam.example. TXT", List.of(), List.of("\"x\""));
        var createdTtl = line("applied", "rrset", "new.fabrikam.example. TXT", "ttl", List.of(), List.of("300"));

        // When
        var problems = problems(added, replaced, created, createdTtl);
        var withoutTtl = problems(added, replaced, created);

        // Then
        assertThat(problems).isEmpty();
        assertThat(withoutTtl)
                .containsExactly(ZONE_FILE + ": new.fabrikam.example. TXT: ttl is (300) and should be absent");
    }

    @Test
    void a_record_set_without_values_is_gone_with_its_ttl() throws IOException {
        // Given
        zone(dumped, ZONE.replace("@ IN TXT \"v=spf1 -all\"\n", ""));

        // When
        var problems = problems(values(TXT, List.of("\"v=spf1 -all\""), List.of()));

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    void changes_of_one_property_count_in_the_order_in_which_they_were_made() throws IOException {
        // Given
        var second = new LedgerLine(
                "a-later-step",
                "applied",
                "rrset",
                MX,
                "ttl",
                List.of("300"),
                List.of("14400"),
                Instant.parse("2026-12-05T08:00:00Z"),
                "dns:fabrikam");

        // When
        var problems = problems(second, LOWERED);

        // Then
        assertThat(problems).isEmpty();
    }

    // ---- what the ledger may not say -----------------------------------------------------------------------------

    @Test
    void a_line_belongs_to_the_account_that_it_names() throws IOException {
        // Given
        zone(dumped, ZONE.replace("14400", "300"));
        var stranger = new LedgerLine(
                "lower-ttl",
                "applied",
                "rrset",
                MX,
                "ttl",
                List.of("14400"),
                List.of("300"),
                LOWERED.changedAt(),
                "dns:contoso");
        var misplaced = new LedgerLine(
                "lower-ttl",
                "applied",
                "rrset",
                MX,
                "ttl",
                List.of("14400"),
                List.of("300"),
                LOWERED.changedAt(),
                "source-id");

        // Then
        assertThat(problems(stranger))
                .contains("the ledger has a change of fabrikam.example. MX by lower-ttl on the account 'dns:contoso', "
                        + "which is none of this world")
                .anyMatch(problem -> problem.contains("ttl is (300)"));
        assertThat(problems(misplaced))
                .contains("the ledger has a change of the rrset fabrikam.example. MX by lower-ttl: it names an account "
                        + "of the source, which holds no such object")
                .anyMatch(problem -> problem.contains("ttl is (300)"));
    }

    @Test
    void a_kind_a_property_or_a_zone_without_a_place_is_a_problem() throws IOException {
        // When
        var problems = problems(
                line("undone", "teapot", "1", "lid", List.of(), List.of("open")),
                line("undone", "rrset", MX, "colour", List.of(), List.of("blue")),
                line("undone", "rrset", "elsewhere.example. MX", "ttl", List.of("1"), List.of("2")),
                line("undone", "rrset", MX, "values", List.of("mail"), List.of()));

        // Then
        assertThat(problems)
                .containsExactly(
                        "the ledger has a change of the teapot 1 by lower-ttl: nobody knows in which file that stands",
                        "the ledger has a change of the rrset fabrikam.example. MX by lower-ttl: nobody knows where its "
                                + "colour stands",
                        "the ledger has a change of the rrset elsewhere.example. MX by lower-ttl: no file of "
                                + "this world holds it",
                        "the ledger has a change of the rrset fabrikam.example. MX by lower-ttl: mail is no value of "
                                + "fabrikam.example. MX: <none>:1: expected an integer");
    }

    @Test
    void another_kind_is_another_line_of_the_table() throws IOException {
        // Given
        var kinds = List.of(Kind.ofTenant("user", "graph/users.jsonl", "mail", Map.of("primary", "mail")));
        write(dumped, USERS, "{\"id\":\"1\",\"mail\":\"b@fabrikam.example\"}\n{\"id\":\"2\"}\n");
        var moved = new LedgerLine(
                "move",
                "applied",
                "user",
                "A@fabrikam.example",
                "primary",
                List.of("a@fabrikam.example"),
                List.of("b@fabrikam.example"),
                LOWERED.changedAt(),
                "source-id");

        // When
        var explained = new DumpCheck(loaded, dumped, ACCOUNTS, kinds).problems(List.of(moved));
        var unexplained = new DumpCheck(loaded, dumped, ACCOUNTS, kinds).problems(List.of());

        // Then
        assertThat(explained).isEmpty();
        assertThat(unexplained)
                .containsExactly(USERS + ": 1: mail is (b@fabrikam.example) and should be (a@fabrikam.example)");
    }

    // ---- DKIM ----------------------------------------------------------------------------------------------------

    @Test
    void signing_moves_with_its_domain_from_one_tenant_to_the_other() throws IOException {
        // Given
        write(loaded, "source/" + SIGNING, signing("fabrikam", true));
        write(dumped, "source/" + SIGNING, "");
        write(dumped, "destination/" + SIGNING, signing("contoso", true));
        var moved = List.of(
                signed("remove", "applied", "source-id", List.of("true"), List.of()),
                signed("create", "applied", "destination-id", List.of(), List.of("false")),
                signed("enable", "applied", "destination-id", List.of("false"), List.of("true")));

        // When
        var explained = new DumpCheck(loaded, dumped, ACCOUNTS).problems(moved);
        var unexplained = problems();

        // Then
        assertThat(explained).isEmpty();
        assertThat(unexplained)
                .containsExactly(
                        "destination/" + SIGNING + ": fabrikam.example was not in the loaded world",
                        "source/" + SIGNING + ": fabrikam.example is missing in the dump");
    }

    @Test
    void signing_that_was_taken_back_has_to_be_as_it_was() throws IOException {
        // Given
        write(loaded, "source/" + SIGNING, signing("fabrikam", true));
        write(dumped, "source/" + SIGNING, signing("fabrikam", false));

        // When
        var problems = problems(signed("remove", "undone", "source-id", List.of("true"), List.of()));

        // Then
        assertThat(problems)
                .containsExactly("source/" + SIGNING + ": fabrikam.example: Enabled is (false) and should be (true)");
    }

    @Test
    void signing_that_only_seemed_to_be_goes_as_signing_and_may_return_prepared() throws IOException {
        // Given
        write(loaded, "source/" + SIGNING, signing("fabrikam", true));
        write(dumped, "source/" + SIGNING, "");
        var gone = problems(signed("remove", "applied", "source-id", List.of("unpublished"), List.of()));

        // When
        write(dumped, "source/" + SIGNING, signing("fabrikam", false));
        var returned = problems(signed("remove", "conflict", "source-id", List.of("unpublished"), List.of()));

        // Then
        assertThat(gone).isEmpty();
        assertThat(returned).isEmpty();
    }

    private static String signing(String tenant, boolean isEnabled) {
        return "{\"Identity\":\"fabrikam.example\",\"Domain\":\"fabrikam.example\",\"Enabled\":" + isEnabled
                + ",\"Selector1CNAME\":\"selector1-fabrikam-example._domainkey." + tenant + ".onmicrosoft.com\"}\n";
    }

    private static LedgerLine signed(
            String step, String state, String account, List<String> before, List<String> after) {
        return new LedgerLine(
                step,
                state,
                "domain",
                "fabrikam.example",
                "isSigned",
                before,
                after,
                Instant.parse("2026-12-03T19:00:00Z"),
                account);
    }

    // ---- BitTitan ------------------------------------------------------------------------------------------------

    @Test
    void what_is_made_at_bittitan_has_to_be_there_and_what_it_copies_and_uses_up_is_not_compared() throws IOException {
        // Given
        bittitan("customers", "{\"Id\":\"1\",\"PrimaryDomain\":\"fabrikam.example\",\"IsDeleted\":false}");
        bittitan("projects", "{\"Id\":\"2\",\"Name\":\"Caravan fabrikam.example\"}");
        bittitan(
                "items",
                "{\"Id\":\"3\",\"ExportEmailAddress\":\"a@f.example\",\"ImportEmailAddress\":\"a@c.example\"}");
        bittitan("passes", "{\"Id\":\"4\"}");
        write(dumped, "bittitan.json", "{\"licencePacks\":[{\"Used\":1}]}");
        var made = List.of(
                ofBittitan("applied", "bittitanCustomer", "fabrikam.example", "name", "fabrikam.example"),
                ofBittitan(
                        "applied", "bittitanProject", "Caravan fabrikam.example", "name", "Caravan fabrikam.example"),
                ofBittitan("applied", "bittitanItem", "a@f.example", "importAddress", "b@c.example"),
                ofBittitan("applied", "bittitanLicence", "a@f.example", "product", "MspcEndUserYearlySubscription"),
                ofBittitan("applied", "bittitanPass", "a@f.example", "pass", "full"));

        // When
        var problems = problems(made.toArray(LedgerLine[]::new));

        // Then
        assertThat(problems)
                .containsExactly("bittitan/items.jsonl: 3: ImportEmailAddress is (a@c.example) and should be"
                        + " (b@c.example)");
        assertThat(DumpCheck.unreturned(made, List.of()))
                .hasSize(3)
                .noneMatch(problem -> problem.contains("Licence") || problem.contains("Pass"));
    }

    @Test
    void what_is_deleted_at_bittitan_is_gone_and_licences_go_with_a_reason_only() throws IOException {
        // Given
        bittitan("customers", "{\"Id\":\"1\",\"PrimaryDomain\":\"fabrikam.example\",\"IsDeleted\":true}");
        write(dumped, "bittitan.json", "{\"licencePacks\":[{\"Used\":1}]}");

        // When
        var problems =
                problems(ofBittitan("undone", "bittitanCustomer", "fabrikam.example", "name", "fabrikam.example"));

        // Then
        assertThat(problems).singleElement().asString().startsWith("bittitan.json: bittitan.json: licencePacks is");
    }

    // ---- back-outs -----------------------------------------------------------------------------------------------

    @Test
    void after_a_back_out_only_declared_losses_stay() {
        // Given
        var loss = new Loss(
                "lower-ttl", "irreversible", true, "rrset", MX, "ttl", "Nobody keeps it", "dns:fabrikam", null);

        // Then
        assertThat(DumpCheck.unreturned(List.of(LOWERED), List.of(loss))).isEmpty();
        assertThat(DumpCheck.unreturned(List.of(ttl("undone"), ttl("conflict")), List.of()))
                .isEmpty();
        assertThat(DumpCheck.unreturned(List.of(LOWERED), List.of()))
                .containsExactly("ttl of the rrset fabrikam.example. MX, changed by lower-ttl, was not taken back, "
                        + "and no loss of it was declared");
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
        assertThat(DumpCheck.touched(List.of(LOWERED, LOWERED))).containsExactly(MX);
    }

    // ---- mailboxes -----------------------------------------------------------------------------------------------

    @Test
    void addresses_of_a_mailbox_stand_in_exchange_and_in_the_directory() throws IOException {
        // Given
        mailbox(loaded, "SMTP:ada@a.example");
        mailbox(dumped, "SMTP:ada@a.example", "smtp:ada@t.example");

        // When
        var told = problems(addresses("SMTP:ada@a.example", "smtp:ada@t.example"));
        var untold = problems();

        // Then
        assertThat(told).isEmpty();
        assertThat(untold)
                .anyMatch(problem -> problem.startsWith("source/exchange/mailboxes.jsonl: guid-a: EmailAddresses"))
                .anyMatch(problem -> problem.startsWith("source/graph/users.jsonl: ada-in-entra: proxyAddresses"));
    }

    @Test
    void an_address_that_the_ledger_has_must_be_there() throws IOException {
        // Given
        mailbox(loaded, "SMTP:ada@a.example");
        mailbox(dumped, "SMTP:ada@a.example");

        // When
        var problems = problems(addresses("SMTP:ada@a.example", "smtp:ada@t.example"));

        // Then
        assertThat(problems).hasSize(2);
    }

    @Test
    void from_when_on_letters_count_stands_in_no_file_and_is_no_excuse_for_whatever_else_a_mailbox_has_kept()
            throws IOException {
        // Given
        var noted = arrivals("applied");
        var given = addresses("SMTP:ada@a.example", "smtp:ada@t.example");

        // When
        var problems = problems(noted, arrivals("conflict"), arrivals("undone"));

        // Then
        assertThat(problems).isEmpty();
        assertThat(DumpCheck.unreturned(List.of(noted, given), List.of()))
                .singleElement()
                .asString()
                .startsWith("addresses of the mailbox guid-a");
    }

    private static LedgerLine arrivals(String state) {
        return new LedgerLine(
                "note-arrivals",
                state,
                "mailbox",
                "guid-x",
                "arrivalsSince",
                List.of(),
                List.of("2026-12-04T21:16:00Z"),
                Instant.parse("2026-12-04T21:16:10Z"),
                "destination-id");
    }

    private static LedgerLine addresses(String... after) {
        return new LedgerLine(
                "add",
                "applied",
                "mailbox",
                "guid-a",
                "addresses",
                List.of("SMTP:ada@a.example"),
                List.of(after),
                Instant.parse("2026-12-03T19:00:00Z"),
                "source-id");
    }

    private static void mailbox(Path world, String... addresses) throws IOException {
        var list = "[\"" + String.join("\",\"", addresses) + "\"]";
        write(
                world,
                "source/exchange/mailboxes.jsonl",
                "{\"Guid\":\"guid-a\",\"ExternalDirectoryObjectId\":\"ada-in-entra\",\"EmailAddresses\":" + list
                        + "}\n");
        write(world, USERS, "{\"id\":\"ada-in-entra\",\"proxyAddresses\":" + list + "}\n");
    }

    private List<String> problems(LedgerLine... ledger) throws IOException {
        return new DumpCheck(loaded, dumped, ACCOUNTS).problems(List.of(ledger));
    }

    private void bittitan(String file, String line) throws IOException {
        write(dumped, "bittitan/" + file + ".jsonl", line + "\n");
    }

    private static LedgerLine ofBittitan(String state, String kind, String id, String property, String after) {
        return new LedgerLine(
                "prepare-project",
                state,
                kind,
                id,
                property,
                List.of(),
                List.of(after),
                Instant.parse("2026-12-03T19:00:00Z"),
                "Northwind MSP");
    }

    private static LedgerLine ttl(String state) {
        return line(state, "rrset", MX, "ttl", List.of("14400"), List.of("300"));
    }

    private static LedgerLine values(String id, List<String> before, List<String> after) {
        return line("applied", "rrset", id, "values", before, after);
    }

    private static LedgerLine line(
            String state, String kind, String id, String property, List<String> before, List<String> after) {
        return new LedgerLine(
                "lower-ttl",
                state,
                kind,
                id,
                property,
                before,
                after,
                Instant.parse("2026-12-03T19:00:00Z"),
                "dns:fabrikam");
    }

    private Path world(String name) throws IOException {
        var world = folder.resolve(name);
        zone(world, ZONE);
        write(world, USERS, "{\"id\":\"1\",\"mail\":\"a@fabrikam.example\"}\n{\"id\":\"2\"}\n");
        write(
                world,
                "source/exchange/mailboxPermissions.jsonl",
                "{\"Identity\":\"team0\",\"User\":\"a\",\"AccessRights\":[\"FullAccess\"]}\n"
                        + "{\"Identity\":\"team0\",\"User\":\"b\",\"AccessRights\":[\"FullAccess\"]}\n");
        write(world, "source/tenant.json", "{\"id\":\"source-id\",\"timeZone\":\"Europe/Berlin\"}");
        write(world, "source/notes.txt", "as it was");
        write(world, "bittitan.json", "{}\n");
        return world;
    }

    private static void zone(Path world, String text) throws IOException {
        write(world, ZONE_FILE, text);
    }

    private static void write(Path world, String file, String text) throws IOException {
        var path = world.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
