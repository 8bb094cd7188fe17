package dev.caravan.license.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTests {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final PassOrder FULL = PassOrder.of(PassKind.FULL, Duration.ZERO, "run", "full", NOW);

    @Test
    void steps_and_runs_have_marks_of_their_own_in_1901() {
        // Given
        var marks =
                List.of(PassOrder.mark("run", "full"), PassOrder.mark("run", "final"), PassOrder.mark("other", "full"));
        // Then
        assertThat(marks)
                .doesNotHaveDuplicates()
                .allMatch(mark -> mark.toString().startsWith("1901-"));
        assertThat(PassOrder.mark("run", "full")).isEqualTo(FULL.mark());
    }

    @Test
    void a_lost_answer_to_a_submission_submits_nothing_twice() {
        assertThat(standing(NOW, ours(PassStatus.SUBMITTED, 1))).isEqualTo(new Standing.Waiting(PassStatus.SUBMITTED));
    }

    @Test
    void three_passes_in_a_row_that_failed_are_enough() {
        // Given
        var passes = new Pass[] {ours(PassStatus.FAILED, 50), ours(PassStatus.FAILED, 30), ours(PassStatus.FAILED, 10)};
        // Then
        assertThat(standing(NOW, passes)).isEqualTo(new Standing.Broken("the pass is Failed after 3 tries: why"));
        assertThat(standing(NOW, passes[0], passes[1])).isInstanceOf(Standing.Due.class);
    }

    @Test
    void half_an_hour_later_a_person_has_had_it_tried_again() {
        // Given
        var before = new Pass[] {ours(PassStatus.FAILED, 50), ours(PassStatus.FAILED, 40), ours(PassStatus.FAILED, 31)};
        var again = new Pass[] {before[0], before[1], before[2], ours(PassStatus.FAILED, 0)};
        // Then
        assertThat(standing(NOW, before)).isEqualTo(new Standing.Due(Optional.of(PassStatus.FAILED)));
        assertThat(standing(NOW, again)).isInstanceOf(Standing.Due.class);
    }

    @Test
    void a_stopped_pass_was_stopped_by_somebody_and_is_not_started_again() {
        assertThat(standing(NOW, ours(PassStatus.STOPPED, 5)))
                .isEqualTo(new Standing.Broken("the pass is Stopped after 1 tries: why"));
        assertThat(standing(NOW, ours(PassStatus.MAXIMUM_TRANSFER_REACHED, 5))).isInstanceOf(Standing.Broken.class);
    }

    @Test
    void a_person_who_has_had_the_pass_made_by_hand_has_done_it() {
        assertThat(standing(NOW, ours(PassStatus.FAILED, 20), pass("Full", PassStatus.COMPLETED, Instant.EPOCH, 10)))
                .isEqualTo(new Standing.Completed());
    }

    private static Standing standing(Instant now, Pass... passes) {
        return Standing.of(FULL, List.of(passes), 0, now);
    }

    private static Pass ours(PassStatus status, int minutesAgo) {
        return pass("Full", status, FULL.mark(), minutesAgo);
    }

    private static Pass pass(String type, PassStatus status, Instant mark, int minutesAgo) {
        var created = NOW.minus(Duration.ofMinutes(minutesAgo));
        return new Pass("pass", "item", type, status, mark, created, Optional.of(created), "why");
    }
}
