package dev.caravan.mailbox.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.mailbox.address.MovingDomains;
import dev.caravan.mailbox.forwarding.Forwarding.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForwardingChangesTests {

    private static final MovingDomains DOMAINS = MovingDomains.of(List.of("a.example"));
    private static final Target INTO = new Target("Ada (ext)", "contact", "ada@a.example");

    @Test
    void forwarding_into_a_moving_domain_ends_with_its_copy() {
        // When
        var changes = ForwardingChanges.removal(mailbox(Optional.of(INTO), Optional.empty(), true), DOMAINS);
        // Then
        assertThat(changes)
                .extracting(Change::property)
                .containsExactly("forwardingAddress", "deliverToMailboxAndForward");
        assertThat(changes.getFirst().before()).containsExactly("Ada (ext)", "contact");
    }

    @Test
    void an_address_outside_counts_by_its_domain_and_other_forwarding_stays() {
        // Given
        var both = mailbox(
                Optional.of(new Target("Bo", "bo", "bo@stays.example")), Optional.of("ada@sub.a.example"), true);
        // Then
        assertThat(ForwardingChanges.removal(both, DOMAINS))
                .extracting(Change::property)
                .containsExactly("forwardingSmtpAddress");
        assertThat(ForwardingChanges.removal(mailbox(Optional.empty(), Optional.of("x@stays.example"), true), DOMAINS))
                .isEmpty();
    }

    @Test
    void it_returns_although_the_contact_is_another_one_of_that_name() {
        // Given
        var recorded = ForwardingChanges.removal(mailbox(Optional.of(INTO), Optional.empty(), true), DOMAINS);
        // When
        var plan = ForwardingChanges.reversion(
                Map.of("guid", mailbox(Optional.empty(), Optional.empty(), false)), recorded);
        var again = ForwardingChanges.reversion(
                Map.of(
                        "guid",
                        mailbox(
                                Optional.of(new Target("Ada (ext)", "another", "ada@a.example")),
                                Optional.empty(),
                                true)),
                recorded);
        // Then
        assertThat(plan.changes())
                .extracting(Change::after)
                .containsExactly(List.of("Ada (ext)", "contact"), List.of("true"));
        assertThat(again.isEmpty()).isTrue();
        assertThat(again.conflicts()).isEmpty();
    }

    @Test
    void what_others_have_set_since_stays_and_is_told() {
        // Given
        var recorded = ForwardingChanges.removal(mailbox(Optional.of(INTO), Optional.empty(), false), DOMAINS);
        var elsewhere = mailbox(Optional.of(new Target("Bo", "bo", "bo@stays.example")), Optional.empty(), false);
        // When
        var plan = ForwardingChanges.reversion(Map.of("guid", elsewhere), recorded);
        // Then
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts()).hasSize(1);
        assertThat(ForwardingChanges.reversion(Map.of(), recorded).conflicts()).hasSize(1);
    }

    private static Forwarding mailbox(Optional<Target> inside, Optional<String> outside, boolean keepsCopy) {
        return new Forwarding("guid", "Ada", inside, outside, keepsCopy);
    }
}
