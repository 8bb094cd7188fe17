package dev.caravan.simulator.dns.answer;

import static dev.caravan.simulator.dns.zone.ZoneFixture.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.zone.History;
import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class AnswersTests {

    private final Catalogue catalogue = new Catalogue(List.of(
            served(ZoneFixture.zone("""
                    @ IN A 198.51.100.10
                    www IN CNAME alias
                    alias IN CNAME @
                    gone IN CNAME nowhere
                    out IN CNAME elsewhere.test.
                    cross IN CNAME host.child
                    loop1 IN CNAME loop2
                    loop2 IN CNAME loop1
                    *.dev 300 IN A 198.51.100.20
                    sub IN NS ns.sub
                    ns.sub IN A 198.51.100.53
                    old IN DNAME new
                    a.new IN A 198.51.100.30
                    """)),
            served(ZoneFixture.file(
                            "child.fabrikam.example",
                            "$TTL 60\n@ SOA ns1 admin 1 2 3 4 5\n@ NS ns1\nhost A 198.51.100.40\n")
                    .zone()),
            expired("tired.example.")));

    @Test
    void a_chain_of_aliases_is_followed_to_its_end() {
        // When
        Message answer = ask("www", Type.A);
        // Then
        assertThat(lines(answer, Section.ANSWER))
                .containsExactly(
                        "www.fabrikam.example. 3600 IN CNAME alias.fabrikam.example.",
                        "alias.fabrikam.example. 3600 IN CNAME fabrikam.example.",
                        "fabrikam.example. 3600 IN A 198.51.100.10");
        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(ask("cross", Type.A).getSection(Section.ANSWER)).hasSize(2);
        assertThat(ask("out", Type.A).getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void a_chain_that_ends_nowhere_says_so() {
        // When
        Message answer = ask("gone", Type.A);
        // Then
        assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
        assertThat(answer.getSection(Section.AUTHORITY)).hasSize(1);
    }

    @Test
    void a_circle_of_aliases_is_gone_round_once() {
        assertThat(ask("loop1", Type.A).getSection(Section.ANSWER)).hasSize(2);
    }

    @Test
    void a_denial_carries_the_soa_for_as_long_as_it_may_be_believed() {
        for (Message answer : List.of(ask("none", Type.A), ask("alias.dev", Type.MX))) {
            assertThat(answer.getSection(Section.ANSWER)).isEmpty();
            assertThat(answer.getSection(Section.AUTHORITY)).singleElement().satisfies(soa -> {
                assertThat(soa.getType()).isEqualTo(Type.SOA);
                assertThat(soa.getTTL()).isEqualTo(300);
            });
        }
        assertThat(ask("none", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("alias.dev", Type.MX).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void a_delegated_part_is_referred_to_its_servers() {
        // When
        Message answer = ask("x.sub", Type.A);
        // Then
        assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
        assertThat(lines(answer, Section.AUTHORITY))
                .containsExactly("sub.fabrikam.example. 3600 IN NS ns.sub.fabrikam.example.");
        assertThat(lines(answer, Section.ADDITIONAL))
                .containsExactly("ns.sub.fabrikam.example. 3600 IN A 198.51.100.53");
    }

    @Test
    void a_moved_name_is_looked_for_where_it_went() {
        assertThat(lines(ask("a.old", Type.A), Section.ANSWER))
                .containsExactly(
                        "old.fabrikam.example. 3600 IN DNAME new.fabrikam.example.",
                        "a.old.fabrikam.example. 3600 IN CNAME a.new.fabrikam.example.",
                        "a.new.fabrikam.example. 3600 IN A 198.51.100.30");
    }

    @Test
    void the_innermost_zone_answers() {
        assertThat(ask("none.child", Type.A).getSection(Section.AUTHORITY))
                .singleElement()
                .satisfies(soa -> assertThat(soa.getName()).isEqualTo(name("child")));
    }

    @Test
    void everything_is_one_record_set_by_datagram() {
        assertThat(Answers.to(query("fabrikam.example.", Type.ANY, DClass.IN), catalogue, true)
                        .getSectionRRsets(Section.ANSWER))
                .hasSize(1);
        assertThat(ask("fabrikam.example.", Type.ANY).getSectionRRsets(Section.ANSWER))
                .hasSize(3);
    }

    @Test
    void what_is_nobodys_here_is_refused_and_what_is_too_old_is_not_told() {
        assertThat(ask("elsewhere.test.", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(ask("www.tired.example.", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(Answers.to(query("www", Type.A, DClass.CH), catalogue, true).getRcode())
                .isEqualTo(Rcode.REFUSED);
        assertThat(Answers.to(new Message(), catalogue, true).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    private Message ask(String name, int type) {
        return Answers.to(query(name, type, DClass.IN), catalogue, false);
    }

    private static Message query(String name, int type, int dclass) {
        return Message.newQuery(Record.newRecord(name(name), type, dclass));
    }

    private static List<String> lines(Message message, int section) {
        return message.getSection(section).stream().map(Records::line).toList();
    }

    private static ServedZone served(Zone zone) {
        return new Fixed(zone.origin(), Optional.of(new ServedZone.Version(zone, History.none())));
    }

    private static ServedZone expired(String name) {
        return new Fixed(name(name), Optional.empty());
    }

    private record Fixed(Name origin, Optional<ServedZone.Version> version) implements ServedZone {}
}
