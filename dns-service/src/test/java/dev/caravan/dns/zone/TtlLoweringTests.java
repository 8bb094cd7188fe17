package dev.caravan.dns.zone;

import static dev.caravan.dns.zone.ZoneFixture.apex;
import static dev.caravan.dns.zone.ZoneFixture.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class TtlLoweringTests {

    @Test
    void mail_records_above_the_ttl_are_lowered_and_say_so_in_a_sentence() {
        // Given
        Zone zone = zone().with("@", "MX", 14400, "0 fabrikam-example.mail.protection.outlook.com.")
                .build();

        // When
        List<Change> changes = TtlLowering.plan(zone, apex(), 300);

        // Then
        assertThat(changes)
                .containsExactly(new Change(
                        "rrset",
                        "fabrikam.example. MX",
                        "ttl",
                        List.of("14400"),
                        List.of("300"),
                        "fabrikam.example. MX: TTL 14400 s becomes 300 s"));
    }

    @Test
    void only_what_carries_mail_is_touched() {
        // Given
        Zone zone = zone().with("@", "MX", 3600, "0 mx.example.")
                .with("@", "TXT", 3600, "\"google-site-verification=abc\"", "\"v=spf1 -all\"")
                .with("@", "A", 3600, "192.0.2.1")
                .with("@", "CAA", 3600, "0 issue \"letsencrypt.org\"")
                .with("www", "CNAME", 3600, "fabrikam.example.")
                .with("autodiscover", "CNAME", 3600, "autodiscover.outlook.com.")
                .with("_autodiscover._tcp", "SRV", 3600, "0 0 443 mail.fabrikam.example.")
                .with("selector1._domainkey", "CNAME", 3600, "selector1-x._domainkey.fabrikam.onmicrosoft.com.")
                .with("_dmarc", "TXT", 3600, "\"v=DMARC1; p=none\"")
                .with("*.dev", "A", 3600, "192.0.2.2")
                .build();

        // When
        List<Change> changes = TtlLowering.plan(zone, apex(), 300);

        // Then
        assertThat(changes)
                .extracting(Change::id)
                .containsExactlyInAnyOrder(
                        "fabrikam.example. MX",
                        "fabrikam.example. TXT",
                        "autodiscover.fabrikam.example. CNAME",
                        "_autodiscover._tcp.fabrikam.example. SRV",
                        "selector1._domainkey.fabrikam.example. CNAME");
    }

    @Test
    void a_text_that_only_looks_like_spf_is_left_alone() {
        // Given
        Zone zone = zone().with("@", "TXT", 3600, "\"v=spf10 something else\"").build();

        // Then
        assertThat(TtlLowering.plan(zone, apex(), 300)).isEmpty();
    }

    @Test
    void a_second_run_plans_nothing() {
        // Given
        Zone zone = zone().with("@", "MX", 14400, "0 mx.example.").build();
        ZoneEdit edit =
                ZoneEdit.all(List.of(zone), TtlLowering.plan(zone, apex(), 300)).getFirst();

        // When
        Zone lowered = Zone.of(
                apex(),
                2,
                edit.replacements().stream()
                        .flatMap(replacement -> replacement.after().stream())
                        .toList());

        // Then
        assertThat(TtlLowering.plan(lowered, apex(), 300)).isEmpty();
    }

    @Test
    void a_domain_below_the_apex_has_its_own_mail_records() {
        // Given
        Zone zone = zone().with("@", "MX", 3600, "0 mx.example.")
                .with("sales", "MX", 7200, "0 mx.example.")
                .build();

        // When
        List<Change> changes = TtlLowering.plan(zone, apex().below("sales"), 300);

        // Then
        assertThat(changes).extracting(Change::id).containsExactly("sales.fabrikam.example. MX");
    }
}
