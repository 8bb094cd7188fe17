package dev.caravan.simulator.dns.server;

import static dev.caravan.simulator.dns.zone.ZoneFixture.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.caravan.simulator.dns.zone.Zone;
import dev.caravan.simulator.dns.zone.ZoneChange;
import dev.caravan.simulator.dns.zone.ZoneEdit;
import dev.caravan.simulator.dns.zone.ZoneFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChangeCodecTests {

    private final Zone zone = ZoneFixture.zone("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TXT      | "a;b" "c \\"d\\" \\\\ e" "" "Grüße"
            CAA      | 0 issue "letsencrypt.org; policy=ev"
            SRV      | 100 1 443 Sip.Example.
            NAPTR    | 100 10 "u" "E2U+sip" "!^.*$!sip:x@example!" .
            TLSA     | 3 1 1 0123456789ABCDEF
            SSHFP    | 1 1 0123456789ABCDEF0123456789ABCDEF01234567
            HTTPS    | 1 . alpn=h2,h3 port=8443
            LOC      | 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m
            HINFO    | "PC" "Some OS"
            URI      | 10 1 "https://example/"
            DS       | 60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118
            TYPE65280| \\# 3 010203
            A        | \\# 4 C6336401
            """)
    void any_record_is_kept_as_it_is(String type, String data) {
        // Given
        ZoneEdit edit = zone.edit();
        edit.add(record("o\\.dd\\032name", 60, type, data));
        ZoneChange change = edit.change().orElseThrow();
        // When
        JsonNode kept = JsonMapper.shared()
                .readTree(ChangeCodec.write(zone.origin(), change).toString());
        // Then
        assertThat(ChangeCodec.read(zone, kept)).isEqualTo(change);
    }

    @Test
    void a_change_of_another_version_does_not_fit() {
        // Given
        ZoneEdit edit = zone.edit();
        edit.add(record("x", 60, "A", "198.51.100.1"));
        ZoneChange change = edit.change().orElseThrow();
        JsonNode kept = ChangeCodec.write(zone.origin(), change);
        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> ChangeCodec.read(zone.after(change), kept));
    }
}
