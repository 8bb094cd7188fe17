package dev.caravan.simulator.dns.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.simulator.dns.zone.Names;
import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;

class LayoutTests {

    @Test
    void the_primary_is_the_server_that_the_soa_names_and_the_others_count_on() {
        // When
        Layout layout = Layout.of(List.of(zone("a.example", "ns2", "ns1", "ns2", "ns3")));
        // Then
        assertThat(layout.addresses())
                .containsEntry(name("ns2.a.example."), "127.0.0.1")
                .containsEntry(name("ns1.a.example."), "127.0.0.2")
                .containsEntry(name("ns3.a.example."), "127.0.0.3");
        assertThat(layout.places().get(name("a.example.")))
                .isEqualTo(new Layout.Place("127.0.0.1", List.of("127.0.0.2", "127.0.0.3")));
    }

    @Test
    void a_hidden_primary_shares_the_address_of_the_first_server() {
        // When
        Layout layout = Layout.of(List.of(zone("a.example", "hidden", "ns1", "ns2")));
        // Then
        assertThat(layout.addresses())
                .containsEntry(name("hidden.a.example."), "127.0.0.1")
                .containsEntry(name("ns1.a.example."), "127.0.0.1")
                .containsEntry(name("ns2.a.example."), "127.0.0.2");
    }

    @Test
    void a_server_of_two_zones_has_one_address_even_if_it_is_the_primary_of_one_only() {
        // When
        Layout layout = Layout.of(List.of(
                zone("a.example", "ns1.host.example.", "ns1.host.example.", "ns2.host.example."),
                zone("b.example", "ns2.host.example.", "ns1.host.example.", "ns2.host.example.")));
        // Then
        assertThat(layout.places().get(name("b.example.")))
                .isEqualTo(new Layout.Place("127.0.0.2", List.of("127.0.0.1")));
    }

    private static Name name(String text) {
        return Names.absolute(text);
    }

    private static Zone zone(String domain, String primary, String... servers) {
        StringBuilder text = new StringBuilder("$TTL 60\n@ SOA " + primary + " admin 1 2 3 4 5\n");
        for (String server : servers) {
            text.append("@ NS ").append(server).append('\n');
        }
        return ZoneFixture.file(domain, text.toString()).zone();
    }
}
