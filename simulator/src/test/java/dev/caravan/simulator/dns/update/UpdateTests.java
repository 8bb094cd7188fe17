package dev.caravan.simulator.dns.update;

import static dev.caravan.simulator.dns.zone.ZoneFixture.name;
import static dev.caravan.simulator.dns.zone.ZoneFixture.record;
import static dev.caravan.simulator.dns.zone.ZoneFixture.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.zone.Serial;
import dev.caravan.simulator.dns.zone.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class UpdateTests {

    private final Zone zone = zone("""
            @ 14400 IN MX 0 mail
            @ IN TXT "one"
            @ IN TXT "two"
            www IN CNAME @
            mail 600 IN A 198.51.100.1
            mail 600 IN A 198.51.100.2
            a.b IN A 198.51.100.3
            *.dev IN A 198.51.100.20
            """);

    @Nested
    class Conditions {

        @ParameterizedTest
        @CsvSource({
            "mail, NOERROR",
            "MAIL, NOERROR",
            "fabrikam.example., NOERROR",
            "none, NXDOMAIN",
            "b, NXDOMAIN",
            "x.dev, NXDOMAIN"
        })
        void a_name_is_in_use_when_it_owns_records(String name, String answer) {
            assertThat(rcode(prerequisite(name, Type.ANY, DClass.ANY))).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({"mail, YXDOMAIN", "none, NOERROR", "b, NOERROR"})
        void a_name_is_not_in_use_when_it_owns_none(String name, String answer) {
            assertThat(rcode(prerequisite(name, Type.ANY, DClass.NONE))).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({"mail, NOERROR", "www, NXRRSET", "none, NXRRSET"})
        void a_set_exists_whatever_it_holds(String name, String answer) {
            assertThat(rcode(prerequisite(name, Type.A, DClass.ANY))).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({"mail, YXRRSET", "www, NOERROR", "none, NOERROR"})
        void a_set_does_not_exist(String name, String answer) {
            assertThat(rcode(prerequisite(name, Type.A, DClass.NONE))).isEqualTo(answer);
        }

        @Test
        void a_set_holds_exactly_these_data_in_any_order_and_with_any_time_to_live() {
            assertThat(rcode(message -> {
                        message.addRecord(record("mail", 0, "A", "198.51.100.2"), Section.PREREQ);
                        message.addRecord(record("mail", 0, "A", "198.51.100.1"), Section.PREREQ);
                    }))
                    .isEqualTo("NOERROR");
            assertThat(rcode(message -> message.addRecord(record("mail", 0, "A", "198.51.100.1"), Section.PREREQ)))
                    .isEqualTo("NXRRSET");
            assertThat(rcode(message -> message.addRecord(record("none", 0, "A", "198.51.100.1"), Section.PREREQ)))
                    .isEqualTo("NXRRSET");
        }

        @Test
        void a_malformed_condition_is_not_understood() {
            assertThat(rcode(message -> message.addRecord(record("mail", 60, "A", "198.51.100.1"), Section.PREREQ)))
                    .isEqualTo("FORMERR");
            assertThat(rcode(prerequisite("other.example.", Type.ANY, DClass.ANY)))
                    .isEqualTo("NOTZONE");
            assertThat(rcode(prerequisite("mail", Type.A, DClass.CH))).isEqualTo("FORMERR");
        }

        @Test
        void one_that_fails_keeps_every_change_from_being_made() {
            // When
            Verdict verdict = judge(message -> {
                prerequisite("none", Type.ANY, DClass.ANY).accept(message);
                message.addRecord(record("new", 60, "A", "198.51.100.9"), Section.UPDATE);
            });
            // Then
            assertThat(verdict)
                    .isEqualTo(
                            new Verdict.Refused(Rcode.NXDOMAIN, "the name is not in use: none.fabrikam.example. ANY"));
        }
    }

    @Nested
    class Additions {

        @Test
        void a_record_is_added_and_its_time_to_live_becomes_that_of_its_set() {
            assertThat(effects(add("mail", 60, "A", "198.51.100.9")))
                    .containsExactly(
                            "mail.fabrikam.example. A ttl 600 → 60",
                            "mail.fabrikam.example. A added 198.51.100.9 ttl 60");
        }

        @Test
        void the_same_record_again_changes_nothing_but_its_time_to_live() {
            assertThat(effects(add("fabrikam.example.", 300, "MX", "0 MAIL")))
                    .containsExactly("fabrikam.example. MX ttl 14400 → 300");
            assertThat(effects(add("mail", 600, "A", "198.51.100.1"))).isEmpty();
        }

        @Test
        void an_alias_replaces_an_alias_and_clashes_with_all_else() {
            assertThat(effects(add("www", 60, "CNAME", "other")))
                    .containsExactly(
                            "www.fabrikam.example. CNAME removed fabrikam.example.",
                            "www.fabrikam.example. CNAME added other.fabrikam.example. ttl 60");
            assertThat(effects(add("mail", 60, "CNAME", "other"))).isEmpty();
            assertThat(effects(add("www", 60, "A", "198.51.100.9"))).isEmpty();
        }

        @Test
        void a_start_of_authority_is_taken_only_with_a_later_serial() {
            assertThat(serial(add("fabrikam.example.", 3600, "SOA", "ns1 hostmaster 2026113001 7200 900 1209600 300")))
                    .isEqualTo(2026113001L);
            assertThat(serial(add("fabrikam.example.", 3600, "SOA", "ns1 hostmaster 2026112001 1 1 1 1")))
                    .isEqualTo(2026112001L);
            assertThat(effects(add("mail", 3600, "SOA", "ns1 hostmaster 2026113001 1 1 1 1")))
                    .isEmpty();
        }
    }

    @Nested
    class Removals {

        @Test
        void a_record_a_set_or_all_of_a_name_is_removed() {
            assertThat(effects(delete(record("mail", 0, "A", "198.51.100.1"))))
                    .containsExactly("mail.fabrikam.example. A removed 198.51.100.1");
            assertThat(effects(prerequisiteLike("mail", Type.A)))
                    .containsExactly(
                            "mail.fabrikam.example. A removed 198.51.100.1",
                            "mail.fabrikam.example. A removed 198.51.100.2");
            assertThat(effects(prerequisiteLike("www", Type.ANY)))
                    .containsExactly("www.fabrikam.example. CNAME removed fabrikam.example.");
            assertThat(effects(delete(record("mail", 0, "A", "198.51.100.99")))).isEmpty();
            assertThat(effects(prerequisiteLike("none", Type.A))).isEmpty();
        }

        @Test
        void the_zone_keeps_its_start_and_its_last_server() {
            assertThat(effects(prerequisiteLike("fabrikam.example.", Type.NS))).isEmpty();
            assertThat(effects(prerequisiteLike("fabrikam.example.", Type.SOA))).isEmpty();
            assertThat(effects(prerequisiteLike("fabrikam.example.", Type.ANY)))
                    .containsExactly(
                            "fabrikam.example. MX removed 0 mail.fabrikam.example.",
                            "fabrikam.example. TXT removed \"one\"",
                            "fabrikam.example. TXT removed \"two\"");
            assertThat(effects(message -> {
                        delete(record("fabrikam.example.", 0, "NS", "ns1")).accept(message);
                        delete(record("fabrikam.example.", 0, "NS", "ns2")).accept(message);
                        delete(record("fabrikam.example.", 0, "SOA", "ns1 hostmaster 2026112001 7200 900 1209600 300"))
                                .accept(message);
                    }))
                    .containsExactly("fabrikam.example. NS removed ns1.fabrikam.example.");
        }

        @Test
        void a_set_is_replaced_in_one_message() {
            // When
            Verdict verdict = judge(message -> {
                prerequisiteLike("mail", Type.A).accept(message);
                add("mail", 60, "A", "198.51.100.7").accept(message);
            });
            // Then
            assertThat(effects(verdict))
                    .containsExactly(
                            "mail.fabrikam.example. A removed 198.51.100.1",
                            "mail.fabrikam.example. A removed 198.51.100.2",
                            "mail.fabrikam.example. A added 198.51.100.7 ttl 60");
        }
    }

    @Nested
    class Whole {

        @Test
        void a_change_counts_the_serial_on_once_and_no_change_does_not() {
            assertThat(serial(message -> {
                        add("x", 60, "A", "198.51.100.9").accept(message);
                        add("y", 60, "A", "198.51.100.9").accept(message);
                    }))
                    .isEqualTo(2026112002L);
            assertThat(judge(message -> {
                        add("x", 60, "A", "198.51.100.9").accept(message);
                        delete(record("x", 0, "A", "198.51.100.9")).accept(message);
                    }))
                    .isEqualTo(new Verdict.Accepted(java.util.Optional.empty()));
        }

        @Test
        void a_malformed_change_keeps_all_others_from_being_made() {
            assertThat(rcode(message -> {
                        add("x", 60, "A", "198.51.100.9").accept(message);
                        add("other.example.", 60, "A", "198.51.100.9").accept(message);
                    }))
                    .isEqualTo("NOTZONE");
            assertThat(rcode(message ->
                            message.addRecord(Record.newRecord(name("x"), Type.A, DClass.ANY, 60), Section.UPDATE)))
                    .isEqualTo("FORMERR");
            assertThat(rcode(message ->
                            message.addRecord(Record.newRecord(name("x"), Type.AXFR, DClass.ANY, 0), Section.UPDATE)))
                    .isEqualTo("FORMERR");
            assertThat(rcode(message ->
                            message.addRecord(Record.newRecord(name("x"), Type.ANY, DClass.NONE, 0), Section.UPDATE)))
                    .isEqualTo("FORMERR");
        }
    }

    private static Consumer<Message> prerequisite(String name, int type, int dclass) {
        return message -> message.addRecord(Record.newRecord(name(name), type, dclass, 0), Section.PREREQ);
    }

    private static Consumer<Message> prerequisiteLike(String name, int type) {
        return message -> message.addRecord(Record.newRecord(name(name), type, DClass.ANY, 0), Section.UPDATE);
    }

    private static Consumer<Message> add(String name, long ttl, String type, String data) {
        return message -> message.addRecord(record(name, ttl, type, data), Section.UPDATE);
    }

    private static Consumer<Message> delete(Record record) {
        byte[] data = dev.caravan.simulator.dns.zone.Records.data(record);
        Record none = Record.newRecord(record.getName(), record.getType(), DClass.NONE, 0, data);
        return message -> message.addRecord(none, Section.UPDATE);
    }

    private Verdict judge(Consumer<Message> contents) {
        Message message = Message.newUpdate(zone.origin());
        contents.accept(message);
        try {
            return Update.judge(zone, new Message(message.toWire()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rcode(Consumer<Message> contents) {
        return switch (judge(contents)) {
            case Verdict.Accepted accepted -> "NOERROR";
            case Verdict.Refused refused -> Rcode.string(refused.rcode());
        };
    }

    private List<String> effects(Consumer<Message> contents) {
        return effects(judge(contents));
    }

    private static List<String> effects(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).change().map(Effects::of).orElse(List.of());
    }

    private long serial(Consumer<Message> contents) {
        Verdict.Accepted accepted = (Verdict.Accepted) judge(contents);
        return accepted.change()
                .map(change -> zone.after(change).serial())
                .orElse(new Serial(2026112001L))
                .value();
    }
}
