package dev.caravan.dns.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.zone.DomainName;
import dev.caravan.dns.zone.RecordKey;
import dev.caravan.dns.zone.RecordSet;
import dev.caravan.dns.zone.TtlLowering;
import dev.caravan.dns.zone.Zone;
import dev.caravan.dns.zone.ZoneEdit;
import dev.caravan.kit.command.Call;
import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every host of zones must do alike. A subclass hosts [#ZONE_FILE] as `fabrikam.example`, anew for each test.
public abstract class DnsProviderContract {

    protected static final String ZONE_FILE = """
            $ORIGIN fabrikam.example.
            $TTL 3600
            @ IN SOA ns1.fabrikam.example. hostmaster.fabrikam.example. ( 2026112001 7200 900 1209600 300 )
            @ IN NS ns1.fabrikam.example.
            ns1 IN A 127.0.0.1
            @ 14400 IN MX 0 fabrikam-example.mail.protection.outlook.com.
            @ IN TXT "v=spf1 include:spf.protection.outlook.com -all"
            @ IN TXT "with \\"quotes\\" and ; semicolon"
            autodiscover IN CNAME autodiscover.outlook.com.
            *.dev 300 IN A 198.51.100.20
            long IN TXT "a first part that is a string of its own, " "and a second"
            """;

    protected static final DomainName APEX = DomainName.parse("fabrikam.example");
    private static final RecordKey MX = new RecordKey(APEX, "MX");
    private static final RecordKey AUTODISCOVER = new RecordKey(APEX.below("autodiscover"), "CNAME");

    protected abstract DnsProvider provider();

    protected abstract Call call();

    @Test
    void a_zone_is_read_whole() {
        // When
        Zone zone = read();

        // Then
        assertThat(zone.recordSets()).hasSize(8);
        assertThat(zone.find(MX))
                .contains(new RecordSet(MX, 14400, List.of("0 fabrikam-example.mail.protection.outlook.com.")));
        assertThat(zone.find(new RecordKey(APEX, "TXT")).orElseThrow().values())
                .containsExactly(
                        "\"v=spf1 include:spf.protection.outlook.com -all\"",
                        "\"with \\\"quotes\\\" and ; semicolon\"");
    }

    @Test
    void a_lowered_ttl_is_served_and_nothing_else_has_changed() {
        // Given
        Zone before = read();

        // When
        Outcome<ZoneEdit> outcome = replace(before, TtlLowering.plan(before, APEX, 300));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        Zone after = read();
        assertThat(after.find(MX)).map(RecordSet::ttlSeconds).contains(300L);
        assertThat(after.find(AUTODISCOVER)).map(RecordSet::ttlSeconds).contains(300L);
        assertThat(values(after)).isEqualTo(values(before));
        assertThat(after.serial()).isGreaterThan(before.serial());
    }

    @Test
    void rrsets_come_and_go() {
        // Given
        Zone before = read();
        Change removed =
                change(AUTODISCOVER, before.find(AUTODISCOVER).orElseThrow().values(), List.of());
        Change added = change(
                new RecordKey(APEX.below("_smtp._tls"), "TXT"),
                List.of(),
                List.of("\"v=TLSRPTv1; rua=mailto:t@x.example\""));

        // When
        Outcome<ZoneEdit> outcome = replace(before, List.of(removed, added));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(read().find(AUTODISCOVER)).isEmpty();
        assertThat(read().find(new RecordKey(APEX.below("_smtp._tls"), "TXT"))).isPresent();
    }

    @Test
    void an_edit_of_a_zone_that_has_changed_since_is_refused_and_changes_nothing() {
        // Given
        Zone stale = read();
        replace(stale, List.of(ttl(AUTODISCOVER, 3600, 60)));

        // When
        Outcome<ZoneEdit> outcome = replace(stale, List.of(ttl(MX, 14400, 300)));

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("zone-changed");
            assertThat(failed.isTransient()).isTrue();
        });
        assertThat(read().find(MX)).map(RecordSet::ttlSeconds).contains(14400L);
    }

    private Zone read() {
        return done(provider().read(APEX, call()));
    }

    private Outcome<ZoneEdit> replace(Zone seen, List<Change> changes) {
        return provider().replace(ZoneEdit.all(List.of(seen), changes).getFirst(), call());
    }

    private static List<List<String>> values(Zone zone) {
        return zone.recordSets().values().stream()
                .filter(recordSet -> !recordSet.key().type().equals("SOA"))
                .map(RecordSet::values)
                .toList();
    }

    private static Change ttl(RecordKey key, long before, long after) {
        return new Change(
                "rrset", key.toString(), "ttl", List.of(Long.toString(before)), List.of(Long.toString(after)), "…");
    }

    private static Change change(RecordKey key, List<String> before, List<String> after) {
        return new Change("rrset", key.toString(), "values", before, after, "…");
    }

    protected static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).fact();
    }
}
