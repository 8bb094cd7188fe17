package dev.caravan.kit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SafetyLimitsTests {

    @Test
    void a_share_at_the_limit_passes_and_one_object_more_is_named_with_the_counts() {
        assertThat(SafetyLimits.STANDARD.excess(updates(3, 10))).isEmpty();
        assertThat(SafetyLimits.STANDARD.excess(updates(4, 10)))
                .contains("would alter 4 of 10 objects, more than 30 %");
    }

    @Test
    void removals_are_counted_for_themselves() {
        // Given
        var removals = IntStream.range(0, 7)
                .mapToObj(n -> new Change("alias", "m" + n, "address", List.of("a"), List.of(), "take a away"))
                .toList();

        // When
        var excess = SafetyLimits.STANDARD.excess(Plan.of(removals, 20));

        // Then
        assertThat(excess).contains("would remove 7 of 20 objects, more than 30 %");
    }

    @Test
    void what_is_created_does_not_count_and_a_handful_says_nothing() {
        // Given
        var creations = IntStream.range(0, 9)
                .mapToObj(n -> new Change("alias", "m" + n, "address", List.of(), List.of("a"), "add a"))
                .toList();

        // When
        var excess = SafetyLimits.STANDARD.excess(Plan.of(creations, 10));

        // Then
        assertThat(excess).isEmpty();
        assertThat(SafetyLimits.STANDARD.excess(updates(9, 9))).isEmpty();
    }

    @Test
    void several_properties_of_one_object_are_one_object() {
        // Given
        var changes = IntStream.range(0, 5)
                .mapToObj(n -> new Change("mailbox", "m", "p" + n, List.of("a"), List.of("b"), "alter p" + n))
                .toList();

        // When
        var excess = SafetyLimits.STANDARD.excess(Plan.of(changes, 10));

        // Then
        assertThat(excess).isEmpty();
    }

    @Test
    void without_limits_every_plan_passes() {
        assertThat(SafetyLimits.NONE.excess(updates(1000, 1000))).isEmpty();
    }

    @Test
    void a_limit_that_is_none_is_named() {
        assertThatThrownBy(() -> new SafetyLimits(101, 30, 10))
                .hasMessage("updatesPercentMax: must be 0 to 100 percent, is 101");
    }

    private static Plan updates(int count, int observed) {
        var changes = IntStream.range(0, count)
                .mapToObj(n -> new Change("rrset", "r" + n, "ttl", List.of("3600"), List.of("300"), "lower"))
                .toList();
        return Plan.of(changes, observed);
    }
}
