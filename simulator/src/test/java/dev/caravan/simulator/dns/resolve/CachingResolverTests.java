package dev.caravan.simulator.dns.resolve;

import static dev.caravan.simulator.dns.zone.ZoneFixture.name;
import static dev.caravan.simulator.dns.zone.ZoneFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.answer.Answers;
import dev.caravan.simulator.dns.answer.Catalogue;
import dev.caravan.simulator.dns.answer.ServedZone;
import dev.caravan.simulator.dns.server.TestTime;
import dev.caravan.simulator.dns.zone.History;
import dev.caravan.simulator.dns.zone.RecordSet;
import dev.caravan.simulator.dns.zone.Records;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

class CachingResolverTests {

    private final TestTime time = new TestTime("2026-11-20T08:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private Zone primary = ZoneFixture.zone("""
            @ 14400 IN MX 0 mail
            www 600 IN CNAME mail
            mail 60 IN A 198.51.100.1
            brief 0 IN A 198.51.100.2
            out IN CNAME host.outside.example.
            sub IN NS ns.sub
            loop IN CNAME loop
            """);
    private Zone secondary = primary;
    private boolean primaryAnswers = true;
    private boolean secondaryAnswers = true;
    private final CachingResolver resolver = new CachingResolver(this::delegation, this::outside, time, 1);

    @Test
    void an_answer_is_repeated_with_what_is_left_of_its_time() {
        // Given
        resolver.resolve(name("mail"), Type.A);
        // When
        time.advance(Duration.ofSeconds(59));
        // Then
        assertThat(lines(resolver.resolve(name("MAIL"), Type.A)))
                .containsExactly("mail.fabrikam.example. 1 IN A 198.51.100.1");
        assertThat(asked).hasValue(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(lines(resolver.resolve(name("mail"), Type.A)))
                .containsExactly("mail.fabrikam.example. 60 IN A 198.51.100.1");
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_changed_record_is_seen_when_the_old_one_has_run_out() {
        // Given
        resolver.resolve(name("fabrikam.example."), Type.MX);
        change(edit -> edit.add(record("fabrikam.example.", 300, "MX", "0 mail")));
        // When
        time.advance(Duration.ofSeconds(14_399));
        // Then
        assertThat(lines(resolver.resolve(name("fabrikam.example."), Type.MX)))
                .containsExactly("fabrikam.example. 1 IN MX 0 mail.fabrikam.example.");
        time.advance(Duration.ofSeconds(1));
        assertThat(lines(resolver.resolve(name("fabrikam.example."), Type.MX)))
                .containsExactly("fabrikam.example. 300 IN MX 0 mail.fabrikam.example.");
    }

    @Test
    void the_absence_of_a_name_is_remembered_for_all_its_types() {
        // Given
        resolver.resolve(name("new"), Type.A);
        change(edit -> edit.add(record("new", 300, "MX", "0 mail")));
        // When
        time.advance(Duration.ofSeconds(299));
        Resolution before = resolver.resolve(name("new"), Type.MX);
        time.advance(Duration.ofSeconds(1));
        // Then
        assertThat(before.rcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(before.soa().map(SOARecord::getTTL)).contains(1L);
        assertThat(resolver.resolve(name("new"), Type.MX).rcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void the_absence_of_a_type_is_remembered_for_that_type_alone() {
        // Given
        resolver.resolve(name("mail"), Type.TXT);
        change(edit -> {
            edit.add(record("mail", 300, "TXT", "new"));
            edit.add(record("mail", 300, "AAAA", "2001:db8::1"));
        });
        // Then
        assertThat(resolver.resolve(name("mail"), Type.TXT).sets()).isEmpty();
        assertThat(resolver.resolve(name("mail"), Type.TXT).soa()).isPresent();
        assertThat(resolver.resolve(name("mail"), Type.AAAA).sets()).hasSize(1);
    }

    @Test
    void the_links_of_a_chain_run_out_one_by_one() {
        // Given
        resolver.resolve(name("www"), Type.A);
        // When
        time.advance(Duration.ofSeconds(100));
        // Then
        assertThat(lines(resolver.resolve(name("www"), Type.A)))
                .containsExactly(
                        "www.fabrikam.example. 500 IN CNAME mail.fabrikam.example.",
                        "mail.fabrikam.example. 60 IN A 198.51.100.1");
    }

    @Test
    void what_lives_for_no_time_is_passed_on_and_not_remembered() {
        assertThat(lines(resolver.resolve(name("brief"), Type.A)))
                .containsExactly("brief.fabrikam.example. 0 IN A 198.51.100.2");
        resolver.resolve(name("brief"), Type.A);
        assertThat(asked).hasValue(2);
    }

    @Test
    void another_server_is_asked_when_one_does_not_answer() {
        // Given
        primaryAnswers = false;
        // Then
        for (int number = 0; number < 8; number++) {
            assertThat(resolver.resolve(name("n" + number), Type.A).rcode()).isEqualTo(Rcode.NXDOMAIN);
        }
    }

    @Test
    void a_failure_is_not_remembered() {
        // Given
        primaryAnswers = false;
        secondaryAnswers = false;
        assertThat(resolver.resolve(name("mail"), Type.A).rcode()).isEqualTo(Rcode.SERVFAIL);
        // When
        primaryAnswers = true;
        // Then
        assertThat(resolver.resolve(name("mail"), Type.A).rcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void which_server_is_asked_decides_what_is_seen_while_they_differ() {
        // Given
        primary = ZoneFixture.edited(primary, edit -> {
            for (int number = 0; number < 40; number++) {
                edit.add(record("x" + number, 60, "A", "198.51.100.9"));
            }
        });
        // When
        long seen = java.util.stream.IntStream.range(0, 40)
                .filter(number -> resolver.resolve(name("x" + number), Type.A).rcode() == Rcode.NOERROR)
                .count();
        // Then
        assertThat(seen).isBetween(5L, 35L);
    }

    @Test
    void names_outside_are_asked_of_the_rest_of_the_world() {
        assertThat(lines(resolver.resolve(name("out"), Type.A)))
                .containsExactly(
                        "out.fabrikam.example. 3600 IN CNAME host.outside.example.",
                        "host.outside.example. 300 IN A 203.0.113.1");
        assertThat(resolver.resolve(name("host.outside.example."), Type.MX).rcode())
                .isEqualTo(Rcode.NOERROR);
        assertThat(resolver.resolve(name("nobody.outside.example."), Type.A).rcode())
                .isEqualTo(Rcode.NXDOMAIN);
        assertThat(resolver.resolve(name("x.sub"), Type.A).rcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void an_alias_of_itself_fails() {
        assertThat(resolver.resolve(name("loop"), Type.A).rcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void without_asking_only_what_is_remembered_is_said() {
        assertThat(resolver.recall(name("mail"), Type.A).sets()).isEmpty();
        resolver.resolve(name("mail"), Type.A);
        assertThat(resolver.recall(name("mail"), Type.A).sets()).hasSize(1);
    }

    private void change(Consumer<dev.caravan.simulator.dns.zone.ZoneEdit> edits) {
        primary = ZoneFixture.edited(primary, edits);
        secondary = primary;
    }

    private static List<String> lines(Resolution resolution) {
        return resolution.sets().stream()
                .flatMap(set -> set.records().stream())
                .map(Records::line)
                .toList();
    }

    private Optional<Authorities.Delegation> delegation(Name name) {
        List<Function<Message, Optional<Message>>> servers = List.of(
                query -> answer(query, primary, primaryAnswers), query -> answer(query, secondary, secondaryAnswers));
        return name.subdomain(primary.origin())
                ? Optional.of(new Authorities.Delegation(primary.origin(), servers))
                : Optional.empty();
    }

    private Optional<Message> answer(Message query, Zone zone, boolean answers) {
        asked.incrementAndGet();
        Catalogue catalogue = new Catalogue(
                List.of(new Fixed(zone.origin(), Optional.of(new ServedZone.Version(zone, History.none())))));
        return answers ? Optional.of(Answers.to(query, catalogue, false)) : Optional.empty();
    }

    private Optional<List<RecordSet>> outside(Name name) {
        return name.equals(name("host.outside.example."))
                ? Optional.of(List.of(RecordSet.of(record("host.outside.example.", 300, "A", "203.0.113.1"))))
                : Optional.empty();
    }

    private record Fixed(Name origin, Optional<ServedZone.Version> version) implements ServedZone {}
}
