package dev.caravan.launcher.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.simulation.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacingTests {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofDays(3));

    @Test
    void two_quiet_looks_skip_to_what_is_due_first() {
        // Given
        var earlier = look(5, pace(1, DUE), pace(7, DUE.plusSeconds(60)));
        var now = look(5, pace(1, DUE), pace(7, DUE.plusSeconds(60)));

        // When
        var decision = Pacing.decide(earlier, now);

        // Then
        assertThat(decision).isEqualTo(new Pacing.Decision.Skip(DUE, 5));
    }

    @Test
    void any_activity_between_the_looks_waits() {
        // Given
        var earlier = look(5, pace(1, DUE), pace(7, null));
        var now = look(5, pace(1, DUE), pace(8, null));

        // When
        var decision = Pacing.decide(earlier, now);

        // Then
        assertThat(decision).isEqualTo(new Pacing.Decision.Wait());
    }

    @Test
    void a_busy_process_waits_whichever_look_saw_it() {
        // Given
        var quiet = look(5, pace(1, DUE), pace(7, null));
        var busy = look(5, pace(1, DUE), new Pace(true, 0, 7, null));

        // When
        var then = Pacing.decide(busy, quiet);
        var now = Pacing.decide(quiet, busy);

        // Then
        assertThat(then).isEqualTo(new Pacing.Decision.Wait());
        assertThat(now).isEqualTo(new Pacing.Decision.Wait());
    }

    @Test
    void a_command_in_flight_waits() {
        // Given
        var flying = look(5, new Pace(false, 1, 1, DUE), pace(7, null));

        // When
        var decision = Pacing.decide(flying, flying);

        // Then
        assertThat(decision).isEqualTo(new Pacing.Decision.Wait());
    }

    @Test
    void a_clock_that_has_turned_in_between_waits() {
        // Given
        var earlier = look(5, pace(1, DUE), pace(7, null));
        var now = look(6, pace(1, DUE), pace(7, null));

        // When
        var decision = Pacing.decide(earlier, now);

        // Then
        assertThat(decision).isEqualTo(new Pacing.Decision.Wait());
    }

    @Test
    void people_who_still_have_something_to_do_wait() {
        // Given
        var paces = Map.of("orchestrator", pace(1, DUE));
        var busy = new Look(clock(5, true), true, paces, true);

        // When
        var decision = Pacing.decide(busy, busy);

        // Then
        assertThat(decision).isEqualTo(new Pacing.Decision.Wait());
    }

    @Test
    void a_process_that_is_down_waits() {
        // Given
        var down = new Look(clock(5, true), false, Map.of("orchestrator", pace(1, DUE)), false);

        // When
        var decision = Pacing.decide(down, down);

        // Then
        assertThat(decision).isEqualTo(new Pacing.Decision.Wait());
    }

    @Test
    void a_standing_clock_waits() {
        // Given
        var standing = new Look(clock(5, false), true, Map.of("orchestrator", pace(1, DUE)), false);

        // When
        var decision = Pacing.decide(standing, standing);

        // Then
        assertThat(decision).isEqualTo(new Pacing.Decision.Wait());
    }

    @Test
    void what_is_due_at_once_comes_by_itself() {
        // Given
        var almost = look(5, pace(1, NOW.plusMillis(900)), pace(7, null));
        var overdue = look(5, pace(1, NOW.minusSeconds(5)), pace(7, DUE));

        // When
        var decision = Pacing.decide(almost, almost);
        var late = Pacing.decide(overdue, overdue);

        // Then
        assertThat(decision).isEqualTo(new Pacing.Decision.Wait());
        assertThat(late).isEqualTo(new Pacing.Decision.Wait());
    }

    @Test
    void quiet_with_nothing_due_is_stuck() {
        // Given
        var silent = look(5, pace(1, null), pace(7, null));

        // When
        var decision = Pacing.decide(silent, silent);

        // Then
        assertThat(decision).isEqualTo(new Pacing.Decision.Stuck());
    }

    private static Look look(long epoch, Pace orchestrator, Pace worker) {
        return new Look(clock(epoch, true), true, Map.of("orchestrator", orchestrator, "worker", worker), false);
    }

    private static Clock clock(long epoch, boolean running) {
        return new Clock(NOW, 60, epoch, running);
    }

    private static Pace pace(long activity, @Nullable Instant due) {
        return new Pace(false, 0, activity, due);
    }
}
