package dev.caravan.simulator.dns.zone;

import static dev.caravan.simulator.dns.zone.ZoneFixture.name;
import static dev.caravan.simulator.dns.zone.ZoneFixture.zone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

class LookupTests {

    private final Zone zone = zone("""
            www IN CNAME @
            @ IN A 198.51.100.10
            *.dev 300 IN A 198.51.100.20
            known.dev IN TXT "known"
            a.b.c IN A 198.51.100.1
            sub IN NS ns.sub
            ns.sub IN A 198.51.100.53
            old IN DNAME new.example.
            *.wild IN CNAME target
            x.*.star IN TXT "below an asterisk"
            """);

    @Test
    void a_name_is_found_in_any_case() {
        assertThat(look("DEV-NONE", Type.A)).isInstanceOf(Lookup.NoName.class);
        assertThat(look("NS1", Type.A)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void an_alias_is_found_unless_it_is_asked_for() {
        assertThat(look("www", Type.A)).isInstanceOf(Lookup.Alias.class);
        assertThat(look("www", Type.CNAME)).isInstanceOf(Lookup.Found.class);
        assertThat(look("www", Type.ANY)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void a_wildcard_answers_for_names_that_do_not_exist() {
        // When
        Lookup lookup = look("any.thing.dev", Type.A);
        // Then
        assertThat(lookup)
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.sets()
                                        .getFirst()
                                        .records()
                                        .getFirst()
                                        .getName())
                                .isEqualTo(name("any.thing.dev")));
        assertThat(look("any.dev", Type.MX)).isInstanceOf(Lookup.NoData.class);
        assertThat(look("any.wild", Type.A)).isInstanceOf(Lookup.Alias.class);
    }

    @Test
    void a_wildcard_does_not_answer_for_names_that_exist_nor_below_them() {
        assertThat(look("known.dev", Type.A)).isInstanceOf(Lookup.NoData.class);
        assertThat(look("below.known.dev", Type.A)).isInstanceOf(Lookup.NoName.class);
        assertThat(look("dev", Type.A)).isInstanceOf(Lookup.NoData.class);
    }

    @Test
    void a_wildcard_that_owns_no_records_still_makes_names_exist() {
        assertThat(look("any.star", Type.TXT)).isInstanceOf(Lookup.NoData.class);
    }

    @Test
    void a_name_with_nothing_but_names_below_exists_without_data() {
        assertThat(look("b.c", Type.A)).isInstanceOf(Lookup.NoData.class);
        assertThat(look("x.b.c", Type.A)).isInstanceOf(Lookup.NoName.class);
    }

    @Test
    void a_part_of_the_zone_that_others_serve_is_delegated() {
        assertThat(look("sub", Type.NS)).isInstanceOf(Lookup.Delegated.class);
        assertThat(look("deep.in.sub", Type.A)).isInstanceOf(Lookup.Delegated.class);
        assertThat(look("sub", Type.DS)).isInstanceOf(Lookup.NoData.class);
        assertThat(look("fabrikam.example.", Type.NS)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void everything_below_a_moved_name_is_moved() {
        assertThat(look("a.old", Type.A)).isInstanceOf(Lookup.Moved.class);
        assertThat(look("old", Type.A)).isInstanceOf(Lookup.NoData.class);
        assertThat(look("old", Type.DNAME)).isInstanceOf(Lookup.Found.class);
    }

    private Lookup look(String name, int type) {
        return Lookup.in(zone, name(name), type);
    }
}
