package dev.caravan.mailbox.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Conflict;
import dev.caravan.mailbox.account.Subscription;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.pairing.TargetCreation.Missing;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetCreationTests {

    private static final Subscription E3 = new Subscription("e3", "ENTERPRISEPACK", true, 1);
    private static final Subscription F3 = new Subscription("f3", "SPE_F1", true, 1);
    private static final Subscription POWER = new Subscription("bi", "POWER_BI_PRO", false, 9);

    @Test
    void users_get_the_product_that_they_have_while_it_lasts() {
        // When
        var creation = creation(List.of(F3, E3), missing("ada", "ENTERPRISEPACK"), missing("bo", "ENTERPRISEPACK"));
        // Then
        assertThat(creation.targets())
                .singleElement()
                .satisfies(target -> assertThat(target.licence()).contains(E3));
        assertThat(creation.conflicts())
                .extracting(Conflict::sentence)
                .containsExactly("bo: no licence is free of ENTERPRISEPACK");
    }

    @Test
    void a_product_that_the_destination_has_not_is_replaced_by_one_with_a_mailbox() {
        // When
        var creation = creation(List.of(POWER, F3), missing("ada", "ENTERPRISEPACK"));
        var none = creation(List.of(POWER), missing("ada", "ENTERPRISEPACK"));
        // Then
        assertThat(creation.targets())
                .singleElement()
                .satisfies(target -> assertThat(target.licence()).contains(F3));
        assertThat(none.conflicts())
                .extracting(Conflict::sentence)
                .containsExactly("ada: no product of the destination has a mailbox");
    }

    @Test
    void the_plan_says_the_name_and_what_it_is() {
        // When
        var plan = creation(List.of(E3), missing("ada", "ENTERPRISEPACK")).plan(1);
        // Then
        assertThat(plan.changes()).allSatisfy(change -> {
            assertThat(change.kind()).isEqualTo("mailboxTarget");
            assertThat(change.id()).isEqualTo("caravan:ada");
            assertThat(TargetCreation.isOne(change)).isTrue();
        });
        assertThat(plan.changes())
                .extracting(change -> change.after().getFirst())
                .containsExactly("ada@c.example", "UserMailbox");
    }

    @Test
    void contacts_for_addresses_that_move_have_no_target() {
        // Given
        var domains = MovingDomains.of(List.of("a.example"));
        // Then
        assertThat(TargetCreation.isCreatable(Profiles.contact("x", "", "x@elsewhere.example"), domains))
                .isTrue();
        assertThat(TargetCreation.isCreatable(Profiles.contact("y", "", "y@sub.a.example"), domains))
                .isFalse();
    }

    @Test
    void mail_of_public_folders_and_mail_users_gets_a_target_for_the_sake_of_its_addresses() {
        // Given
        var domains = MovingDomains.of(List.of("a.example"));
        var folder = Profiles.publicFolder("archive", "archive@a.example");
        var user = Profiles.mailUser("xi", "xi@a.example", "xi@elsewhere.example");
        // When
        var plan = creation(
                        List.of(),
                        new Missing(folder, "archive@c.example", false, false, List.of()),
                        new Missing(user, "xi@elsewhere.example", false, false, List.of()))
                .plan(2);
        // Then
        assertThat(plan.changes())
                .extracting(change -> change.kind() + " " + change.after().getFirst())
                .containsExactly(
                        "mailboxTarget archive@c.example",
                        "mailboxTarget SharedMailbox",
                        "mailContactTarget xi@elsewhere.example",
                        "mailContactTarget MailContact");
        assertThat(TargetCreation.isCreatable(folder, domains)).isTrue();
        assertThat(TargetCreation.isCreatable(user, domains)).isTrue();
        assertThat(TargetCreation.isCreatable(Profiles.publicFolder("old", "old@b.example"), domains))
                .isFalse();
        assertThat(TargetCreation.isCreatable(Profiles.mailUser("yo", "yo@a.example", "yo@a.example"), domains))
                .isFalse();
    }

    private static TargetCreation creation(List<Subscription> subscriptions, Missing... missing) {
        return TargetCreation.of(
                List.of(missing), new Destination("c.example", "c.onmicrosoft.com", "US", subscriptions));
    }

    private static Missing missing(String guid, String partNumber) {
        return new Missing(
                Profiles.mailbox(guid, "", guid + "@a.example"), guid + "@c.example", false, true, List.of(partNumber));
    }
}
