package dev.caravan.mailbox.address;

import static dev.caravan.mailbox.address.InitialAddressTests.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressRemovalTests {

    private static final String INITIAL = "t.onmicrosoft.com";
    private static final MovingDomains DOMAINS = MovingDomains.of(List.of("A.example", "b.example"));

    @Test
    void only_the_moving_domains_addresses_go_and_the_initial_one_becomes_primary() {
        // Given
        var ada = recipient(
                "ada",
                "SMTP:ada@a.example",
                "smtp:ada@B.example",
                "smtp:ada@sub.a.example",
                "SIP:ada@a.example",
                "smtp:ada@t.onmicrosoft.com",
                "smtp:ada@stays.example",
                "smtp:ada@nota.example",
                "X500:/o=Old Org, Ltd/cn=ada@a.example",
                "SPO:SPO_1@SPO_2");
        // When
        var after = removed(ada, Optional.empty());
        // Then
        assertThat(after)
                .containsExactlyInAnyOrder(
                        "SMTP:ada@t.onmicrosoft.com",
                        "smtp:ada@stays.example",
                        "smtp:ada@nota.example",
                        "X500:/o=Old Org, Ltd/cn=ada@a.example",
                        "SPO:SPO_1@SPO_2");
    }

    @Test
    void a_primary_address_that_does_not_move_stays_primary() {
        // Given
        var ada = recipient("ada", "SMTP:ada@stays.example", "smtp:ada@a.example", "smtp:ada@t.onmicrosoft.com");
        // Then
        assertThat(removed(ada, Optional.empty()))
                .containsExactlyInAnyOrder("SMTP:ada@stays.example", "smtp:ada@t.onmicrosoft.com");
    }

    @Test
    void who_would_be_left_without_an_address_gets_a_name() {
        // Given
        var list = recipient(RecipientKind.DISTRIBUTION_GROUP, "list", "SMTP:list@a.example", "smtp:all@stays.example");
        // Then
        assertThat(AddressRemoval.needsName(list, DOMAINS, INITIAL)).isTrue();
        assertThat(removed(list, Optional.of("list@t.onmicrosoft.com")))
                .containsExactlyInAnyOrder("SMTP:list@t.onmicrosoft.com", "smtp:all@stays.example");
    }

    @Test
    void a_contact_keeps_the_address_that_it_stands_for() {
        // Given
        var contact = recipient(
                RecipientKind.MAIL_CONTACT, "supplier", "SMTP:sales@supplier.example", "smtp:supplier@a.example");
        var demoted =
                recipient(RecipientKind.MAIL_CONTACT, "other", "SMTP:other@a.example", "smtp:sales@supplier.example");
        // Then
        assertThat(AddressRemoval.needsName(contact, DOMAINS, INITIAL)).isFalse();
        assertThat(removed(contact, Optional.empty())).containsExactly("SMTP:sales@supplier.example");
        assertThat(AddressRemoval.needsName(demoted, DOMAINS, INITIAL)).isFalse();
        assertThat(removed(demoted, Optional.empty())).containsExactly("SMTP:sales@supplier.example");
    }

    @Test
    void who_has_none_of_them_is_left_alone() {
        // Given
        var bo = recipient("bo", "SMTP:bo@stays.example", "X500:/o=a.example");
        // Then
        assertThat(AddressRemoval.plan(bo, DOMAINS, INITIAL, Optional.empty())).isEmpty();
    }

    private static List<String> removed(Recipient recipient, Optional<String> name) {
        return AddressRemoval.plan(recipient, DOMAINS, INITIAL, name)
                .orElseThrow()
                .after();
    }
}
