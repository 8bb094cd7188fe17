package dev.caravan.simulator.dns.zone;

import static dev.caravan.simulator.dns.zone.ZoneFixture.edited;
import static dev.caravan.simulator.dns.zone.ZoneFixture.lines;
import static dev.caravan.simulator.dns.zone.ZoneFixture.name;
import static dev.caravan.simulator.dns.zone.ZoneFixture.record;
import static dev.caravan.simulator.dns.zone.ZoneFixture.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class ZoneTests {

    @Test
    void an_edit_leaves_the_earlier_version_as_it_was() {
        // Given
        Zone before = zone("www 300 IN A 198.51.100.1\n");
        // When
        Zone after = edited(before, edit -> edit.add(record("www", 60, "A", "198.51.100.2")));
        // Then
        assertThat(lines(before)).contains("www.fabrikam.example. 300 IN A 198.51.100.1");
        assertThat(lines(after))
                .contains("www.fabrikam.example. 60 IN A 198.51.100.1", "www.fabrikam.example. 60 IN A 198.51.100.2");
        assertThat(after.serial()).isEqualTo(before.serial().next());
    }

    @Test
    void an_edit_that_changes_nothing_in_the_end_is_no_change() {
        // Given
        Record www = record("www", 300, "A", "198.51.100.1");
        ZoneEdit edit = zone("www 300 IN A 198.51.100.1\n").edit();
        // When
        edit.remove(www);
        edit.add(www);
        // Then
        assertThat(edit.change()).isEmpty();
    }

    @Test
    void another_case_of_a_name_is_no_change() {
        // Given
        ZoneEdit edit = zone("www IN CNAME Web.Example.\n").edit();
        // When
        edit.add(record("WWW", 3600, "CNAME", "web.example."));
        // Then
        assertThat(edit.change()).isEmpty();
    }

    @Test
    void names_between_a_record_and_the_apex_exist_as_long_as_it_does() {
        // Given
        Zone with = zone("a.b.c IN A 198.51.100.1\n");
        // When
        Zone without = edited(with, edit -> edit.remove(name("a.b.c"), Type.A));
        // Then
        assertThat(with.exists(name("b.c"))).isTrue();
        assertThat(with.exists(name("c"))).isTrue();
        assertThat(without.exists(name("b.c"))).isFalse();
        assertThat(without.exists(name("c"))).isFalse();
        assertThat(without.exists(without.origin())).isTrue();
    }

    @Test
    void a_change_from_another_version_is_refused() {
        // Given
        Zone zone = zone("");
        ZoneChange change = changeOf(zone, 1);
        Zone later = zone.after(change);
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> later.after(change))
                .withMessageContaining("has serial 2026112002, the change starts from 2026112001");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void every_remembered_version_can_be_had_back(long seed) {
        // Given
        Random random = new Random(seed);
        Zone zone = zone("");
        History history = History.none();
        List<Zone> versions = new ArrayList<>(List.of(zone));
        for (int step = 0; step < 40; step++) {
            ZoneChange change = changeOf(zone, random.nextInt());
            zone = zone.after(change);
            history = history.with(change);
            versions.add(zone);
        }
        // When
        for (Zone version : versions) {
            Zone back = history.version(zone, version.serial()).orElseThrow();
            // Then
            assertThat(lines(back)).isEqualTo(lines(version));
        }
    }

    @Test
    void a_history_forgets_what_is_too_long_ago() {
        // Given
        Zone zone = zone("");
        Serial first = zone.serial();
        History history = History.none();
        for (int step = 0; step < 600; step++) {
            ZoneChange change = changeOf(zone, step);
            zone = zone.after(change);
            history = history.with(change);
        }
        // Then
        assertThat(history.since(first)).isEmpty();
        assertThat(history.since(zone.serial())).isEmpty();
        assertThat(history.changes()).hasSize(500);
    }

    @Test
    void unknown_types_are_kept_octet_by_octet() {
        // Given
        Zone zone = zone("odd IN TYPE65280 \\# 4 0A000001\n");
        // Then
        assertThat(lines(zone)).contains("odd.fabrikam.example. 3600 IN TYPE65280 \\# 4 0A000001");
    }

    private static ZoneChange changeOf(Zone zone, int seed) {
        ZoneEdit edit = zone.edit();
        Random random = new Random(seed);
        for (int record = 0; record < 1 + random.nextInt(4); record++) {
            String owner = "h" + random.nextInt(20) + (random.nextBoolean() ? ".deep" : "");
            Record made = record(owner, 60 + random.nextInt(3), "A", "198.51.100." + random.nextInt(256));
            if (random.nextInt(3) == 0 && edit.find(made.getName(), Type.A).isPresent()) {
                edit.remove(made.getName(), Type.A);
            } else {
                edit.add(made);
            }
        }
        edit.add(record("seed", 60, "TXT", "\"" + zone.serial() + "\""));
        return edit.change().orElseThrow();
    }
}
