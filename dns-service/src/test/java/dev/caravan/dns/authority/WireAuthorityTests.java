package dev.caravan.dns.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.dns.wire.DnsSettings;
import dev.caravan.dns.wire.DnsWire;
import dev.caravan.dns.wire.NameServers;
import dev.caravan.dns.zone.DomainName;
import dev.caravan.kit.command.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireAuthorityTests {

    private static final String SOA = "SOA ns1.fabrikam.example. hostmaster.fabrikam.example. 1 7200 900 1209600 300";
    private static final String ROOT = ". 60 IN SOA a.root. nobody.root. 1 1 1 1 1";

    private final CannedResolver resolver;
    private final WireAuthority authority;

    WireAuthorityTests() throws IOException {
        resolver = new CannedResolver();
        var settings = new DnsSettings("127.0.0.1:" + resolver.port(), Map.of(), Duration.ofSeconds(5));
        var wire = new DnsWire(settings);
        authority = new WireAuthority(new NameServers(settings, wire), wire);
    }

    @BeforeEach
    void a_zone() {
        resolver.answers("fabrikam.example.", "fabrikam.example. 60 IN " + SOA);
    }

    @AfterEach
    void close() {
        resolver.close();
    }

    @Test
    void an_apex_is_its_own_zone() {
        // Given
        var apex = DomainName.parse("fabrikam.example");

        // When
        var zone = authority.zoneOf(apex);

        // Then
        assertThat(zone).isEqualTo(Outcome.done(apex));
    }

    @Test
    void a_name_below_it_lies_in_the_zone_that_the_authority_section_names() {
        // Given
        resolver.denies("_dmarc.fabrikam.example.", "fabrikam.example. 60 IN " + SOA);

        // When
        var zone = authority.zoneOf(DomainName.parse("_dmarc.fabrikam.example"));

        // Then
        assertThat(zone).isEqualTo(Outcome.done(DomainName.parse("fabrikam.example")));
    }

    @Test
    void an_alias_lies_in_the_zone_of_its_parent_wherever_it_points() {
        // Given
        resolver.answers(
                "autodiscover.fabrikam.example.",
                "autodiscover.fabrikam.example. 60 IN CNAME autodiscover.outlook.com.");
        resolver.denies("autodiscover.fabrikam.example.", ROOT);

        // When
        var zone = authority.zoneOf(DomainName.parse("autodiscover.fabrikam.example"));

        // Then
        assertThat(zone).isEqualTo(Outcome.done(DomainName.parse("fabrikam.example")));
    }

    @Test
    void a_name_that_only_the_root_denies_lies_in_no_zone() {
        // Given
        resolver.denies("nowhere.example.", ROOT);

        // When
        var zone = authority.zoneOf(DomainName.parse("nowhere.example"));

        // Then
        assertThat(zone)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("no-zone"));
    }
}
