package dev.caravan.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnchorTests {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void time_passes_at_the_speed_that_was_read() {
        // Given
        var anchor = new Anchor(new Reading(START, 60, 1, true), 5 * SECOND);

        // When
        var now = anchor.at(7 * SECOND);

        // Then
        assertThat(now).isEqualTo(START.plus(Duration.ofMinutes(2)));
    }

    @Test
    void a_clock_that_stands_still_shows_what_was_read_and_is_never_due() {
        // Given
        var anchor = new Anchor(new Reading(START, 60, 1, false), 0);

        // When
        var wait = anchor.nanosUntil(START.plusSeconds(1), SECOND);

        // Then
        assertThat(anchor.at(1000 * SECOND)).isEqualTo(START);
        assertThat(wait).isEmpty();
    }

    @Test
    void what_is_due_is_waited_for_at_that_speed_and_never_too_short() {
        // Given
        var anchor = new Anchor(new Reading(START, 7, 1, true), 0);
        var due = START.plusSeconds(100);

        // When
        var wait = anchor.nanosUntil(due, 3 * SECOND).orElseThrow();

        // Then
        assertThat(anchor.at(3 * SECOND + wait)).isAfterOrEqualTo(due.minusNanos(10));
        assertThat(wait).isLessThan(12 * SECOND);
    }

    @Test
    void what_is_past_is_due_at_once() {
        assertThat(new Anchor(new Reading(START, 60, 1, true), 0).nanosUntil(START.minusSeconds(5), 0))
                .hasValue(0);
    }

    @Test
    void of_two_readings_of_one_epoch_the_later_one_holds() {
        // Given
        var anchor = new Anchor(new Reading(START, 60, 1, true), 0);
        var delayed = new Anchor(new Reading(START.plusSeconds(59), 60, 1, true), SECOND);
        var skipped = new Anchor(new Reading(START.plusSeconds(30), 60, 2, true), SECOND);

        // When
        var kept = anchor.orLater(delayed);

        // Then
        assertThat(kept).isSameAs(anchor);
        assertThat(anchor.orLater(skipped)).isSameAs(skipped);
    }

    @Test
    void a_speed_that_is_none_is_named() {
        assertThatThrownBy(() -> new Reading(START, 0, 1, true)).hasMessage("speed: must be above 0, is 0.0");
    }
}
