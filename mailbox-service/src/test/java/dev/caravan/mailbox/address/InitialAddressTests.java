package dev.caravan.mailbox.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialAddressTests {

    private static final String INITIAL = "Fabrikam.onmicrosoft.com";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada.fuchs      | 1 | ada.fuchs@fabrikam.onmicrosoft.com",
                "Ada.Fuchs      | 2 | ada.fuchs2@fabrikam.onmicrosoft.com",
                "o'neill        | 1 | o'neill@fabrikam.onmicrosoft.com",
                "Björn          | 1 | bjorn@fabrikam.onmicrosoft.com",
                "a b            | 1 | a-b@fabrikam.onmicrosoft.com",
                ".a..b.         | 1 | a.b@fabrikam.onmicrosoft.com",
                "''             | 3 | mailbox3@fabrikam.onmicrosoft.com"
            })
    void it_is_made_of_the_alias(String alias, int number, String address) {
        assertThat(NameWish.of(recipient(alias)).candidate(INITIAL, number)).isEqualTo(address);
    }

    @Test
    void without_an_alias_it_is_made_of_the_primary_address() {
        assertThat(NameWish.of(recipient("", "SMTP:archive@fabrikam.example")).candidate(INITIAL, 1))
                .isEqualTo("archive@fabrikam.onmicrosoft.com");
    }

    @Test
    void whoever_has_an_address_there_needs_none() {
        // Given
        var has = recipient("ada", "SMTP:ada@fabrikam.example", "smtp:ada@FABRIKAM.onmicrosoft.com");
        var below = recipient("bo", "SMTP:bo@fabrikam.example", "smtp:bo@mail.fabrikam.onmicrosoft.com");
        // Then
        assertThat(InitialAddress.plan(has, INITIAL, "ada@fabrikam.onmicrosoft.com"))
                .isEmpty();
        assertThat(InitialAddress.plan(below, INITIAL, "bo@fabrikam.onmicrosoft.com"))
                .isPresent();
    }

    @Test
    void all_other_addresses_stay_as_they_are() {
        // Given
        var ada = recipient(
                "ada", "SMTP:ada@fabrikam.example", "X500:/o=Old Org, Ltd/cn=ada", "SIP:ada@fabrikam.example");
        // When
        var change = InitialAddress.plan(ada, INITIAL, "ada@fabrikam.onmicrosoft.com")
                .orElseThrow();
        // Then
        assertThat(change.id()).isEqualTo("guid-ada");
        assertThat(change.before()).isEqualTo(ada.addresses().entries());
        assertThat(change.after())
                .containsExactly(
                        "SMTP:ada@fabrikam.example",
                        "X500:/o=Old Org, Ltd/cn=ada",
                        "SIP:ada@fabrikam.example",
                        "smtp:ada@fabrikam.onmicrosoft.com");
        assertThat(change.sentence()).isEqualTo("ada also gets ada@fabrikam.onmicrosoft.com");
    }

    static Recipient recipient(String alias, String... addresses) {
        return recipient(RecipientKind.MAILBOX, alias, addresses);
    }

    static Recipient recipient(RecipientKind kind, String alias, String... addresses) {
        return new Recipient(
                "guid-" + alias, kind, Optional.of("id-" + alias), alias, alias, new AddressList(List.of(addresses)));
    }
}
