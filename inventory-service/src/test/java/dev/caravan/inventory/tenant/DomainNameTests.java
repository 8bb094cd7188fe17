package dev.caravan.inventory.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTests {

    private static final DomainName FABRIKAM = DomainName.parse("Fabrikam.example.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SMTP:ada@fabrikam.example",
                "smtp:ada@FABRIKAM.example",
                "SIP:ada@fabrikam.example",
                "ada@sales.fabrikam.example",
                "ada@fabrikam.example",
                "https://app.fabrikam.example/callback",
                "api://fabrikam.example:443/x",
                "https://fabrikam.example"
            })
    void addresses_and_uris_refer_to_it(String text) {
        assertThat(FABRIKAM.isReferredToBy(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp:ada@notfabrikam.example",
                "smtp:ada@fabrikam.example.com",
                "smtp:fabrikam.example@contoso.example",
                "X500:/o=Old Org/cn=ada@fabrikam.example",
                "SPO:SPO_1@SPO_2",
                "https://contoso.example/fabrikam.example",
                "api://00000000-1111-2222-3333-444444444444"
            })
    void what_only_looks_like_it_does_not(String text) {
        assertThat(FABRIKAM.isReferredToBy(text)).isFalse();
    }

    @Test
    void names_are_read_as_people_write_them() {
        assertThat(DomainName.parse("Bücher.example").text()).isEqualTo("xn--bcher-kva.example");
        assertThatThrownBy(() -> DomainName.parse(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DomainName.parse("a..example")).isInstanceOf(IllegalArgumentException.class);
    }
}
