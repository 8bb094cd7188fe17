package dev.caravan.simulator.dns.master;

import static dev.caravan.simulator.dns.zone.ZoneFixture.edited;
import static dev.caravan.simulator.dns.zone.ZoneFixture.file;
import static dev.caravan.simulator.dns.zone.ZoneFixture.lines;
import static dev.caravan.simulator.dns.zone.ZoneFixture.name;
import static dev.caravan.simulator.dns.zone.ZoneFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import dev.caravan.simulator.world.DomainName;
import dev.caravan.simulator.world.Problem;
import dev.caravan.simulator.world.ZoneFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Type;

class MasterFileTests {

    private static final String STYLED = """
            ; the zone of our company
            $ORIGIN fabrikam.example.
            $TTL 1h
            @\tIN\tSOA\tns1 hostmaster (
            \t\t2026112001 ; serial
            \t\t2h         ; refresh
            \t\t900 1209600 300 )
            \tNS\tns1
            \tNS\tns2
            ns1 A 127.0.0.1
            ns2 0 IN A 127.0.0.2
            @ 14400 IN MX 0 fabrikam-example.mail.protection.outlook.com. ; mail
            @ IN TXT ( "v=spf1 include:spf.protection.outlook.com"
                       " -all" )
            $ORIGIN dev.fabrikam.example.
            * IN 300 A 198.51.100.20
            web  A 198.51.100.21
                 AAAA 2001:db8::21
            $ORIGIN fabrikam.example.
            WWW IN CNAME @
            """;

    @Test
    void every_customary_way_of_writing_is_understood() {
        // When
        Zone zone = file("fabrikam.example", STYLED).zone();
        // Then
        assertThat(lines(zone))
                .containsExactlyInAnyOrder(
                        "fabrikam.example. 3600 IN SOA ns1.fabrikam.example. hostmaster.fabrikam.example. 2026112001 7200"
                                + " 900 1209600 300",
                        "fabrikam.example. 3600 IN NS ns1.fabrikam.example.",
                        "fabrikam.example. 3600 IN NS ns2.fabrikam.example.",
                        "ns1.fabrikam.example. 3600 IN A 127.0.0.1",
                        "ns2.fabrikam.example. 0 IN A 127.0.0.2",
                        "fabrikam.example. 14400 IN MX 0 fabrikam-example.mail.protection.outlook.com.",
                        "fabrikam.example. 3600 IN TXT \"v=spf1 include:spf.protection.outlook.com\" \" -all\"",
                        "*.dev.fabrikam.example. 300 IN A 198.51.100.20",
                        "web.dev.fabrikam.example. 3600 IN A 198.51.100.21",
                        "web.dev.fabrikam.example. 3600 IN AAAA 2001:db8:0:0:0:0:0:21",
                        "WWW.fabrikam.example. 3600 IN CNAME fabrikam.example.");
    }

    @Test
    void an_untouched_zone_is_written_as_it_was_read() {
        // Given
        MasterFile file = file("fabrikam.example", STYLED);
        // When
        String text = file.textOf(file.zone());
        // Then
        assertThat(text).isEqualTo(STYLED);
    }

    @Test
    void a_changed_time_to_live_changes_its_word_and_the_serial_alone() {
        // Given
        MasterFile file = file("fabrikam.example", STYLED);
        Zone next = edited(
                file.zone(),
                edit -> edit.add(
                        record("fabrikam.example.", 300, "MX", "0 fabrikam-example.mail.protection.outlook.com.")));
        // When
        String text = file.textOf(next);
        // Then
        assertThat(text).isEqualTo(STYLED.replace("2026112001 ", "2026112002 ").replace("14400", "300"));
    }

    @Test
    void a_time_to_live_is_written_where_none_was() {
        // Given
        MasterFile file = file("fabrikam.example", STYLED);
        Zone next = edited(file.zone(), edit -> edit.add(record("web.dev", 60, "A", "198.51.100.21")));
        // When
        String text = file.textOf(next);
        // Then
        assertThat(text).isEqualTo(STYLED.replace("2026112001 ", "2026112002 ").replace("web  A", "web  60 A"));
    }

    @Test
    void a_removed_owner_leaves_its_name_to_the_line_that_needs_it() {
        // Given
        MasterFile file = file("fabrikam.example", STYLED);
        Zone next = edited(file.zone(), edit -> edit.remove(name("web.dev"), Type.A));
        // When
        String text = file.textOf(next);
        // Then
        assertThat(text)
                .isEqualTo(STYLED.replace("2026112001 ", "2026112002 ")
                        .replace("web  A 198.51.100.21\n     AAAA", "web     AAAA"));
    }

    @Test
    void a_replaced_record_takes_the_place_of_the_old_one_and_a_new_name_goes_to_the_end() {
        // Given
        MasterFile file = file("fabrikam.example", STYLED);
        Zone next = edited(file.zone(), edit -> {
            edit.remove(name("fabrikam.example."), Type.MX);
            edit.add(record("fabrikam.example.", 300, "MX", "10 mx.example."));
            edit.add(record("new", 60, "TXT", "\"a;b\" \"c d\""));
        });
        // When
        String text = file.textOf(next);
        // Then
        assertThat(text)
                .isEqualTo(STYLED.replace("2026112001 ", "2026112002 ")
                                .replace(
                                        "@ 14400 IN MX 0 fabrikam-example.mail.protection.outlook.com. ; mail",
                                        "@ 300 IN MX 10 mx.example.")
                        + "new 60 IN TXT \"a;b\" \"c d\"\n");
    }

    @Test
    void what_was_put_back_stands_where_it_stood() {
        // Given
        MasterFile file = file("fabrikam.example", STYLED);
        Zone away = edited(file.zone(), edit -> edit.remove(name("www"), Type.CNAME));
        // When
        Zone back = edited(away, edit -> edit.add(record("www", 3600, "CNAME", "fabrikam.example.")));
        // Then
        assertThat(file.textOf(back)).isEqualTo(STYLED.replace("2026112001 ", "2026112003 "));
    }

    @Test
    void lines_of_windows_and_a_missing_last_end_of_line_are_kept() {
        // Given
        String text = (ZoneFixture.HEAD + "www A 198.51.100.1").replace("\n", "\r\n");
        MasterFile file = file("fabrikam.example", text);
        // When
        Zone next = edited(file.zone(), edit -> edit.add(record("zzz", 60, "A", "198.51.100.2")));
        // Then
        assertThat(file.textOf(file.zone())).isEqualTo(text);
        assertThat(file.textOf(next))
                .isEqualTo(text.replace("2026112001", "2026112002") + "\r\nzzz 60 IN A 198.51.100.2\r\n");
    }

    @Test
    void a_time_to_live_that_later_lines_inherit_can_change_without_them() {
        // Given
        String text = """
                @ 7200 IN SOA ns1 hostmaster 1 7200 900 1209600 300
                @ NS ns1
                a 600 A 198.51.100.1
                b A 198.51.100.2
                """;
        MasterFile file = file("fabrikam.example", text);
        // When
        Zone next = edited(file.zone(), edit -> edit.add(record("a", 60, "A", "198.51.100.1")));
        // Then
        assertThat(file.textOf(next)).isEqualTo("""
                @ 7200 IN SOA ns1 hostmaster 2 7200 900 1209600 300
                @ NS ns1
                a 60 A 198.51.100.1
                b 600 A 198.51.100.2
                """);
    }

    @Test
    void of_differing_times_to_live_in_a_set_the_first_holds() {
        // Given
        String text = ZoneFixture.HEAD + "a 60 A 198.51.100.1\na 90 A 198.51.100.2\na 60 A 198.51.100.1\n";
        // When
        MasterFile file = file("fabrikam.example", text);
        // Then
        assertThat(lines(file.zone()))
                .contains("a.fabrikam.example. 60 IN A 198.51.100.1", "a.fabrikam.example. 60 IN A 198.51.100.2");
        assertThat(file.textOf(file.zone())).isEqualTo(text);
        Zone next = edited(file.zone(), edit -> edit.add(record("b", 60, "A", "198.51.100.3")));
        assertThat(file.textOf(next)).contains("a 60 A 198.51.100.1\na 90 A 198.51.100.2\na 60 A 198.51.100.1\n");
    }

    @Test
    void octets_beyond_ascii_in_texts_survive() {
        // Given
        MasterFile file = file("fabrikam.example", ZoneFixture.HEAD + "t TXT \"Grüße; \\\"x\\\" \\195\\188\"\n");
        Zone next = edited(file.zone(), edit -> edit.add(record("t", 60, "TXT", "plain")));
        // When
        MasterFile back = file("fabrikam.example", file.textOf(next));
        // Then
        assertThat(lines(back.zone())).isEqualTo(lines(next));
        assertThat(lines(next))
                .contains("t.fabrikam.example. 60 IN TXT \"Gr\\195\\188\\195\\159e; \\\"x\\\" \\195\\188\"");
    }

    @Test
    void all_problems_are_found_at_once_with_their_lines() {
        // When
        List<String> problems = problems("""
                $ORIGIN fabrikam.example.
                $TTL soon
                @ 60 IN SOA ns1 hostmaster 1 7200 900 1209600
                @ 60 IN MX mail
                @ 60 CH TXT "x"
                www 60 IN A 198.51.100.256
                www 60 IN NONSENSE x
                other.example. 60 IN A 198.51.100.1
                $INCLUDE more.zone
                a 60 IN TXT "open
                b 60 ) IN A 198.51.100.1
                c IN A 198.51.100.1
                """);
        // Then
        assertThat(problems)
                .hasSize(12)
                .anyMatch(problem -> problem.startsWith("dns/fabrikam.example.zone: zone fabrikam.example. has no SOA"))
                .anyMatch(problem -> problem.startsWith("dns/fabrikam.example.zone: zone fabrikam.example. has no NS"))
                .contains("dns/fabrikam.example.zone:2: not a time to live: soon")
                .anyMatch(problem -> problem.startsWith("dns/fabrikam.example.zone:3: fabrikam.example. SOA: "))
                .anyMatch(problem -> problem.startsWith("dns/fabrikam.example.zone:4: fabrikam.example. MX: "))
                .contains("dns/fabrikam.example.zone:5: class CH is not supported, only IN")
                .anyMatch(problem -> problem.startsWith("dns/fabrikam.example.zone:6: www.fabrikam.example. A: "))
                .contains("dns/fabrikam.example.zone:7: unknown type or misplaced word: NONSENSE")
                .contains("dns/fabrikam.example.zone:8: record other.example. lies outside zone fabrikam.example.")
                .contains("dns/fabrikam.example.zone:10: a quoted string is not closed")
                .contains("dns/fabrikam.example.zone:11: a parenthesis is closed that was not opened");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            www A 198.51.100.1 ; www CNAME @                | 8: www.fabrikam.example. has a CNAME record and other data
            www CNAME a        ; www CNAME b                | 8: www.fabrikam.example. has more than one CNAME record
            @ SOA a b 1 2 3 4 5 ;                           | 7: fabrikam.example. has more than one SOA record
            x SOA a b 1 2 3 4 5 ;                           | 7: a SOA record may stand only at fabrikam.example., not at x.fabrikam.example.
            x A ( 198.51.100.1 ;                            | 7: a parenthesis is not closed
            x 9999999999 A 198.51.100.1 ;                   | 7: not a time to live: 9999999999
            x TXT "\uFFFD" ;                                | 7: the file is not in UTF-8
            bücher A 198.51.100.1 ;                         | 7: name bücher has characters beyond ASCII: write it in A-labels
            """)
    void what_no_server_would_load_is_said(String lines, String problem) {
        // When
        List<String> problems = problems(ZoneFixture.HEAD + lines.replaceAll(" *; *", "\n"));
        // Then
        assertThat(problems).containsExactly("dns/fabrikam.example.zone:" + problem);
    }

    private static List<String> problems(String text) {
        ZoneFile file = new ZoneFile(DomainName.parse("fabrikam.example"), "dns/fabrikam.example.zone", text);
        return switch (MasterFile.read(file)) {
            case MasterFile.Reading.Readable readable -> List.of();
            case MasterFile.Reading.Broken(List<Problem> problems) ->
                problems.stream().map(Object::toString).toList();
        };
    }
}
