package dev.caravan.mailbox.recipient.m365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.command.Outcome;
import dev.caravan.kit.plan.Change;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EachTests {

    private static final Outcome<String> DONE = Outcome.done("changed");
    private static final Outcome<String> NOT_ACCEPTED = Outcome.failedForGood("domain-not-accepted", "not accepted");
    private static final Outcome<String> IN_USE = Outcome.failedForGood("address-in-use", "in use");
    private static final Outcome<String> REFUSED = Outcome.failedForGood("bad-request", "refused");

    @Test
    void all_that_were_changed_are_counted() {
        assertThat(of(List.of(DONE, DONE))).isEqualTo(Outcome.done(2));
    }

    @Test
    void a_domain_that_exchange_does_not_know_yet_is_waited_for() {
        assertThat(of(List.of(DONE, NOT_ACCEPTED))).isInstanceOf(Outcome.NotYet.class);
    }

    @Test
    void another_refusal_is_not_waited_for_and_names_who_was_refused() {
        assertThat(of(List.of(NOT_ACCEPTED, REFUSED))).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.isTransient()).isFalse();
            assertThat(failed.objects()).hasSize(2);
        });
    }

    @Test
    void an_address_that_somebody_has_may_be_free_later() {
        assertThat(of(List.of(DONE, IN_USE)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.isTransient()).isTrue());
    }

    private static Outcome<Integer> of(List<Outcome<String>> outcomes) {
        var changes = Stream.iterate(1, number -> number + 1)
                .limit(outcomes.size())
                .map(number -> new Change("mailbox", "guid-" + number, "addresses", List.of(), List.of(), "…"))
                .toList();
        return Each.all(changes, outcomes, "refused");
    }
}
