package dev.caravan.mailbox.address;

import static dev.caravan.mailbox.address.InitialAddressTests.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.kit.plan.Change;
import dev.caravan.kit.plan.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressReversionTests {

    private static final List<String> BEFORE = List.of("SMTP:ada@a.example", "smtp:old@a.example");
    private static final List<String> AFTER =
            List.of("SMTP:ada@t.example", "smtp:ada@a.example", "smtp:extra@t.example");

    @Test
    void what_was_added_goes_and_what_was_removed_or_demoted_returns() {
        // When
        var plan = revert("SMTP:ada@t.example", "smtp:ada@a.example", "smtp:extra@t.example");
        // Then
        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).containsExactlyInAnyOrderElementsOf(BEFORE));
    }

    @Test
    void what_is_back_already_is_left_alone() {
        assertThat(revert(BEFORE.toArray(String[]::new)).changes()).isEmpty();
    }

    @Test
    void what_others_added_stays_and_is_told() {
        // When
        var plan =
                revert("SMTP:ada@t.example", "smtp:ada@a.example", "smtp:extra@t.example", "smtp:helpdesk@a.example");
        // Then
        assertThat(plan.changes().getFirst().after())
                .containsExactlyInAnyOrder("SMTP:ada@a.example", "smtp:old@a.example", "smtp:helpdesk@a.example");
        assertThat(plan.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.sentence()).contains("smtp:helpdesk@a.example"));
    }

    @Test
    void a_primary_address_that_others_chose_stays_the_primary_one() {
        // When
        var plan = revert("SMTP:chosen@a.example", "smtp:ada@t.example", "smtp:ada@a.example", "smtp:extra@t.example");
        // Then
        var after = plan.changes().getFirst().after();
        assertThat(after).contains("SMTP:chosen@a.example", "smtp:ada@a.example", "smtp:old@a.example");
        assertThat(after.stream().filter(entry -> entry.startsWith("SMTP:"))).hasSize(1);
        assertThat(plan.conflicts()).isNotEmpty();
    }

    @Test
    void a_mailbox_that_is_gone_stays_gone_and_is_told() {
        // When
        var plan = AddressReversion.plan(Map.of(), List.of(recorded()));
        // Then
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.conflicts()).hasSize(1);
    }

    private static Plan revert(String... observed) {
        var ada = recipient("ada", observed);
        return AddressReversion.plan(Map.of(ada.guid(), ada), List.of(recorded()));
    }

    private static Change recorded() {
        return new Change("mailbox", "guid-ada", "addresses", BEFORE, AFTER, "…");
    }
}
