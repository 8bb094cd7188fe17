package dev.caravan.mailbox.address;

import static dev.caravan.mailbox.address.InitialAddressTests.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInNameTests {

    private static final MovingDomains DOMAINS = MovingDomains.of(List.of("a.example"));
    private static final String NAME = "ada.b@t.onmicrosoft.com";

    @Test
    void a_user_gets_the_name_and_the_mailbox_an_address_of_it_as_primary_one() {
        // Given
        var ada = user("ada.b@a.example", "SMTP:ada@a.example", "smtp:ada.b@a.example");
        // When
        var changes = SignInName.plan(ada, DOMAINS, NAME);
        // Then
        assertThat(changes).extracting(Change::property).containsExactly("userPrincipalName", "addresses");
        assertThat(changes.getFirst().after()).containsExactly(NAME);
        assertThat(changes.getLast().after())
                .containsExactlyInAnyOrder("SMTP:" + NAME, "smtp:ada@a.example", "smtp:ada.b@a.example");
    }

    @Test
    void a_primary_address_that_does_not_move_stays_primary() {
        // Given
        var ada = user("ada.b@a.example", "SMTP:ada@stays.example");
        // When
        var changes = SignInName.plan(ada, DOMAINS, NAME);
        // Then
        assertThat(changes.getLast().after()).containsExactlyInAnyOrder("SMTP:ada@stays.example", "smtp:" + NAME);
    }

    @Test
    void a_guest_of_another_organization_keeps_its_name() {
        assertThat(SignInName.isMoving(user("ada_a.example#EXT#@t.onmicrosoft.com"), DOMAINS))
                .isFalse();
        assertThat(SignInName.isMoving(user("ada@sub.a.example"), DOMAINS)).isTrue();
    }

    @Test
    void a_name_comes_back_exactly_although_it_was_none_of_the_addresses() {
        // Given
        var before = user("ada.b@a.example", "SMTP:ada@a.example");
        var recorded = SignInName.plan(before, DOMAINS, NAME);
        var now = user(NAME, "SMTP:" + NAME, "smtp:ada@a.example");
        // When
        var plan = SignInName.reversion(Map.of(now.id(), now), recorded);
        // Then
        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.changes())
                .extracting(Change::after)
                .containsExactly(List.of("ada.b@a.example"), List.of("SMTP:ada@a.example"));
        assertThat(plan.changes()).extracting(Change::kind).containsOnly("user");
    }

    @Test
    void who_was_renamed_by_others_keeps_that_name_and_is_told() {
        // Given
        var recorded = SignInName.plan(user("ada.b@a.example"), DOMAINS, NAME);
        var married = user("ada.c@t.onmicrosoft.com");
        // When
        var plan = SignInName.reversion(Map.of(married.id(), married), recorded);
        // Then
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.observed()).containsExactly("ada.c@t.onmicrosoft.com"));
    }

    @Test
    void what_is_back_already_is_left_alone_and_who_is_gone_is_told() {
        // Given
        var recorded = SignInName.plan(user("ada.b@a.example"), DOMAINS, NAME);
        var back = user("ada.b@a.example");
        // Then
        assertThat(SignInName.reversion(Map.of(back.id(), back), recorded).changes())
                .isEmpty();
        assertThat(SignInName.reversion(Map.of(), recorded).conflicts()).hasSize(1);
    }

    private static User user(String name, String... addresses) {
        var mailbox = addresses.length == 0 ? Optional.<Recipient>empty() : Optional.of(recipient("ada", addresses));
        return new User("id-ada", "Ada", name, mailbox);
    }
}
