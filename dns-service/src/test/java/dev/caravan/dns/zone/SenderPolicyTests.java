package dev.caravan.dns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderPolicyTests {

    private static final String WANTED = "\"v=spf1 include:spf.protection.outlook.com -all\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"v=spf1 -all\"            | true",
                "v=spf1                      | true",
                "\"V=SPF1\"                 | true",
                "\"v=spf1 a\" \" -all\"     | true",
                "\"v=spf10 -all\"           | false",
                "\"MS=ms1\"                 | false"
            })
    void it_is_recognised_by_its_version_alone(String value, boolean isOne) {
        assertThat(SenderPolicy.isOne(value)).isEqualTo(isOne);
    }

    @Test
    void what_is_included_already_stays_as_it_is_written() {
        // Given
        var split = "\"v=spf1 include:spf.protection.\" \"outlook.com ip4:192.0.2.0/28 -all\"";
        // Then
        assertThat(SenderPolicy.including(split, WANTED)).isEqualTo(split);
    }

    @Test
    void other_senders_stay_and_the_verdict_is_theirs() {
        assertThat(SenderPolicy.including("\"v=spf1 ip4:192.0.2.0/28 ~all\"", WANTED))
                .isEqualTo("\"v=spf1 include:spf.protection.outlook.com ip4:192.0.2.0/28 ~all\"");
    }
}
