package dev.caravan.dns.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTests {

    @ParameterizedTest
    @CsvSource({
        "Fabrikam.Example, fabrikam.example.",
        "fabrikam.example., fabrikam.example.",
        "Bücher.example, xn--bcher-kva.example.",
        "*.dev.fabrikam.example, *.dev.fabrikam.example.",
        "_sip._tls.fabrikam.example, _sip._tls.fabrikam.example."
    })
    void a_name_is_compared_in_lower_case_a_labels_with_its_final_dot(String written, String canonical) {
        assertThat(DomainName.parse(written)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "a..example", ".example"})
    void what_can_be_no_name_is_refused(String written) {
        assertThatThrownBy(() -> DomainName.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_name_that_merely_ends_alike_is_not_below() {
        // Given
        DomainName domain = DomainName.parse("fabrikam.example");

        // Then
        assertThat(DomainName.parse("mail.fabrikam.example").isAtOrBelow(domain))
                .isTrue();
        assertThat(DomainName.parse("notfabrikam.example").isAtOrBelow(domain)).isFalse();
    }
}
