package dev.caravan.simulator.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.server.Servers;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import dev.caravan.simulator.ledger.Api;
import dev.caravan.simulator.ledger.NewCall;
import dev.caravan.simulator.portal.RecordSet;
import dev.caravan.simulator.portal.ZoneDesk.Edited;
import dev.caravan.simulator.world.DomainName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskTests {

    private static final DomainName ZONE = DomainName.parse("fabrikam.example");
    private static final String TEXT = ZoneFixture.HEAD + "www IN CNAME @\n@ 14400 IN MX 0 mail\n";

    @TempDir
    private Path data;

    private Servers servers;
    private Desk desk;

    @BeforeEach
    void start() {
        servers = Servers.start(data, Map.of(ZONE.text(), TEXT));
        desk = new Desk(servers.fleet);
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void a_person_replaces_a_record_set_and_the_ledger_tells_the_effect_with_the_call() {
        // When
        Edited edited = put("fabrikam.example", "MX", 300, "0 mail", "10 Backup.Example.");
        // Then
        List<String> effects = List.of(
                "fabrikam.example. MX ttl 14400 → 300", "fabrikam.example. MX added 10 Backup.Example. ttl 300");
        assertThat(edited).isEqualTo(new Edited.Done(effects));
        assertThat(servers.ledger.after(0))
                .singleElement()
                .satisfies(call -> assertThat(call.effect()).isEqualTo(effects));
        assertThat(desk.masterFile(ZONE)).contains("@ 300 IN MX 0 mail\n@ 300 IN MX 10 Backup.Example.\n");
    }

    @Test
    void the_same_again_changes_nothing() {
        // When
        Edited edited = put("fabrikam.example", "MX", 14_400, "0 mail.fabrikam.example.");
        // Then
        assertThat(edited).isEqualTo(new Edited.Done(List.of()));
        assertThat(desk.masterFile(ZONE)).isEqualTo(TEXT);
    }

    @Test
    void a_person_sees_a_zone_with_full_names() {
        assertThat(desk.zone(ZONE).orElseThrow())
                .contains(new RecordSet("fabrikam.example", "MX", 14_400, List.of("0 mail.fabrikam.example.")))
                .contains(new RecordSet("www.fabrikam.example", "CNAME", 3600, List.of("fabrikam.example.")));
        assertThat(desk.zone(DomainName.parse("none.example"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            www.fabrikam.example | A     | 60         | 198.51.100.1 | cannot have a CNAME record and other data
            ns1.fabrikam.example | CNAME | 60         | www          | cannot have a CNAME record and other data
            other.example        | A     | 60         | 198.51.100.1 | lies outside zone fabrikam.example.
            x.fabrikam.example   | A     | 60         | 198.51.100.x | A [198.51.100.x]:
            x.fabrikam.example   | NONE  | 60         | x            | no such type of records: NONE
            x.fabrikam.example   | A     | 2147483648 | 198.51.100.1 | not a time to live: 2147483648
            fabrikam.example     | SOA   | 60         | a b 1 2 3 4 5| is the server's own
            """)
    void what_would_break_the_zone_is_refused_with_the_reason(
            String name, String type, long ttl, String value, String reason) {
        // When
        Edited edited = put(name, type, ttl, value);
        // Then
        assertThat(edited)
                .isInstanceOfSatisfying(
                        Edited.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
        assertThat(desk.masterFile(ZONE)).isEqualTo(TEXT);
    }

    @Test
    void a_person_takes_a_record_set_away_but_not_the_servers_of_the_zone() {
        assertThat(desk.delete(ZONE, "www.fabrikam.example", "CNAME", DeskTests::told))
                .isEqualTo(new Edited.Done(List.of("www.fabrikam.example. CNAME removed fabrikam.example.")));
        assertThat(desk.delete(ZONE, "fabrikam.example", "NS", DeskTests::told)).isInstanceOf(Edited.Refused.class);
    }

    private Edited put(String name, String type, long ttl, String... values) {
        return desk.put(ZONE, new RecordSet(name, type, ttl, List.of(values)), DeskTests::told);
    }

    private static NewCall told(Edited edited) {
        List<String> effects = edited instanceof Edited.Done done ? done.effect() : List.of();
        return new NewCall("test", null, "dns:test", "dana", Api.DNS_PORTAL, "PUT", "here", Map.of(), "200", effects);
    }
}
