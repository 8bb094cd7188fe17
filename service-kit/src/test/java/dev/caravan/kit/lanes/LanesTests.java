package dev.caravan.kit.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanesTests {

    private static final int SMALL = 100;

    private final Lanes<String> lanes = new Lanes<>(new LaneLimits(1, 3, 2, 1000));

    @Test
    void a_position_is_committed_only_when_all_before_it_is_finished() {
        // Given
        lanes.assigned(0);
        arrive(0, 10, "a");
        arrive(0, 11, "b");
        arrive(0, 12, "c");
        var started = lanes.start();
        lanes.advance();

        // When
        lanes.finished(started.get(1));
        var early = lanes.advance();
        lanes.finished(started.get(0));

        // Then
        assertThat(early).isEmpty();
        assertThat(lanes.advance()).isEqualTo(Map.of(0, 12L));
    }

    @Test
    void an_account_with_much_to_do_delays_no_other() {
        // Given
        lanes.assigned(0);
        for (var offset = 0; offset < 4; offset++) {
            arrive(0, offset, "busy");
        }
        arrive(0, 4, "other");

        // When
        var started = lanes.start();

        // Then
        assertThat(started).extracting(Ticket::work).containsExactly("busy@0", "other@4");
    }

    @Test
    void a_partition_pauses_while_a_lane_that_it_feeds_is_full_and_others_go_on() {
        // Given
        lanes.assigned(0);
        lanes.assigned(1);
        arrive(1, 0, "other");
        for (var offset = 0; offset < 3; offset++) {
            arrive(0, offset, "busy");
        }
        var started = lanes.start();

        // When
        var full = lanes.full();
        started.forEach(lanes::finished);
        lanes.start();

        // Then
        assertThat(full).containsExactly(0);
        assertThat(lanes.full()).isEmpty();
    }

    @Test
    void all_partitions_pause_while_too_many_bytes_wait() {
        // Given
        lanes.assigned(0);
        lanes.assigned(1);

        // When
        lanes.arrived(0, 0, "a", 1000, "large");

        // Then
        assertThat(lanes.full()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void when_a_partition_goes_what_waits_is_dropped_and_what_runs_is_named() {
        // Given
        lanes.assigned(0);
        lanes.assigned(1);
        arrive(0, 0, "a");
        arrive(0, 1, "a");
        arrive(1, 0, "b");
        lanes.start();

        // When
        var running = lanes.stop(Set.of(0));

        // Then
        assertThat(running).extracting(Ticket::work).containsExactly("a@0");
        assertThat(lanes.waiting()).isZero();
    }

    @Test
    void what_an_earlier_assignment_left_running_counts_no_more() {
        // Given
        lanes.assigned(0);
        arrive(0, 5, "a");
        var late = lanes.start().getFirst();
        lanes.stop(Set.of(0));
        lanes.forget(Set.of(0));
        lanes.assigned(0);
        arrive(0, 5, "a");
        lanes.advance();

        // When
        lanes.finished(late);

        // Then
        assertThat(lanes.advance()).isEmpty();
        assertThat(lanes.start()).extracting(Ticket::offset).containsExactly(5L);
    }

    @Test
    void an_abandoned_command_holds_its_position() {
        // Given
        lanes.assigned(0);
        arrive(0, 5, "a");
        lanes.advance();

        // When
        lanes.abandoned(lanes.start().getFirst());

        // Then
        assertThat(lanes.advance()).isEmpty();
        assertThat(lanes.running()).isZero();
    }

    @Test
    void what_is_not_ours_or_not_running_is_a_bug() {
        // Given
        lanes.assigned(0);
        arrive(0, 5, "a");

        // When
        var ticket = lanes.start().getFirst();
        lanes.finished(ticket);

        // Then
        assertThatThrownBy(() -> lanes.finished(ticket)).hasMessage("offset 5 is not running");
        assertThatThrownBy(() -> arrive(0, 5, "a")).hasMessage("offset 5 arrived after 5");
        assertThatThrownBy(() -> arrive(9, 0, "a")).hasMessage("partition 9 is not ours");
    }

    @Test
    void a_limit_that_is_none_is_named() {
        assertThatThrownBy(() -> new LaneLimits(0, 1, 1, 1)).hasMessage("runningPerLaneMax: must be 1 or more, is 0");
    }

    private void arrive(int partition, long offset, String lane) {
        lanes.arrived(partition, offset, lane, SMALL, lane + "@" + offset);
    }
}
