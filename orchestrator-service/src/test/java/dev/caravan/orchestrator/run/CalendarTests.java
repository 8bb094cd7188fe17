package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.ADA;
import static dev.caravan.orchestrator.run.Scene.events;
import static dev.caravan.orchestrator.run.Scene.refusal;
import static dev.caravan.orchestrator.run.Scene.stories;
import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarTests {

    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final String EIGHT_DAYS = String.valueOf(8 * DAY);
    private static final String THIRTY_DAYS = String.valueOf(30 * DAY);

    // ---- steps that start ahead ----------------------------------------------------------------------------------

    @Test
    void a_step_that_needs_long_starts_so_long_ahead() {
        // When
        var scene = Scene.of(runbook().command("copy").at("T-7d").ahead("T-2d", EIGHT_DAYS));
        // Then
        assertThat(scene.timers).containsEntry(TimerName.parse("at:copy"), Scene.T0.minus(Duration.ofDays(10)));
    }

    @Test
    void a_step_that_needs_little_starts_at_its_moment() {
        // When
        var scene = Scene.of(runbook().command("copy").at("T-7d").ahead("T-2d", "60"));
        // Then
        assertThat(scene.timers).containsEntry(TimerName.parse("at:copy"), Scene.T0.minus(Duration.ofDays(7)));
    }

    @Test
    void how_long_it_needs_is_what_earlier_steps_have_told() {
        // Given
        var scene = Scene.of(
                runbook().command("forecast").command("copy").at("T-3d").ahead("T-1d", "fact forecast seconds"));
        // When
        scene.done("forecast/0/1", Map.of("seconds", 5 * DAY));
        // Then
        assertThat(scene.timers).containsEntry(TimerName.parse("at:copy"), Scene.T0.minus(Duration.ofDays(6)));
    }

    @Test
    void what_has_to_start_ahead_moves_with_t0() {
        // Given
        var scene = Scene.of(runbook().command("copy").at("T-7d").ahead("T-2d", EIGHT_DAYS));
        // When
        scene.moveT0(Scene.T0.plus(Duration.ofDays(7)));
        // Then
        assertThat(scene.timers).containsEntry(TimerName.parse("at:copy"), Scene.T0.minus(Duration.ofDays(3)));
    }

    @Test
    void a_step_that_should_have_started_already_starts_at_once() {
        // When
        var scene = Scene.of(runbook().command("copy").at("T-7d").ahead("T-2d", THIRTY_DAYS));
        // Then
        assertThat(scene.issued).hasSize(1);
    }

    @Test
    void what_cannot_be_reckoned_fails_and_a_person_decides() {
        // Then
        assertThat(Scene.of(runbook().command("copy").at("T-7d").ahead("T-2d", "fact nobody told"))
                        .step("copy"))
                .isInstanceOf(StepState.Failed.class);
        assertThat(Scene.of(runbook().command("copy").at("T-7d").ahead("T-2d", String.valueOf(Long.MAX_VALUE)))
                        .step("copy"))
                .isInstanceOf(StepState.Failed.class);
    }

    @Test
    void a_gate_is_asked_at_its_moment_when_nobody_can_tell_how_long_ahead() {
        // When
        var scene = Scene.of(runbook().gate("agree", 1).at("T-7d").ahead("T-2d", "fact nobody told"));
        // Then
        assertThat(scene.timers).containsEntry(TimerName.parse("at:agree"), Scene.T0.minus(Duration.ofDays(7)));
    }

    // ---- the gate that confirms T0 -------------------------------------------------------------------------------

    @Test
    void a_gate_says_which_t0_is_the_earliest_that_leaves_time() {
        // When
        var scene = Scene.of(tooNear());
        // Then
        assertThat(scene.told)
                .contains(new RunEvent.GateOpened(
                        StepId.parse("confirm"),
                        "Is it then?\n\nT0 is too near: `copy` had to start by Monday 2 November 2026, 20:00"
                                + " (Europe/Berlin). The earliest T0 that leaves it time is Wednesday 23 December 2026,"
                                + " 20:00 (Europe/Berlin).",
                        1));
        assertThat(scene.process.schedule(scene.run, StepId.parse("confirm")).tooNear())
                .map(TooNear::earliestT0)
                .contains(Instant.parse("2026-12-23T19:00:00Z"));
    }

    @Test
    void a_t0_that_is_too_near_is_not_confirmed() {
        // Given
        var scene = Scene.of(tooNear());
        // When
        var effects = scene.approve("confirm", ADA);
        // Then
        assertThat(refusal(effects)).isEqualTo("too-near");
        assertThat(scene.run.cutover().isConfirmed()).isFalse();
    }

    @Test
    void a_t0_that_was_moved_far_enough_is_confirmed_and_the_step_starts_in_time() {
        // Given
        var scene = Scene.of(tooNear());
        scene.moveT0(Instant.parse("2026-12-23T19:00:00Z"));
        assertThat(scene.process.question(scene.run, StepId.parse("confirm"))).isEqualTo("Is it then?");
        // When
        scene.approve("confirm", ADA);
        // Then
        assertThat(scene.run.cutover()).isEqualTo(new Cutover(Instant.parse("2026-12-23T19:00:00Z"), true));
        assertThat(scene.timers).containsEntry(TimerName.parse("at:copy"), Instant.parse("2026-11-21T19:00:00Z"));
    }

    @Test
    void people_may_decide_to_go_on_although_t0_is_too_near() {
        // Given
        var goOn = DecisionName.parse("goOn");
        var scene = Scene.of(runbook()
                .decision("goOn", "false")
                .gateThatConfirmsT0Although("confirm", "goOn")
                .command("copy")
                .at("T-7d")
                .ahead("T-2d", THIRTY_DAYS));
        // Then
        assertThat(refusal(scene.approve("confirm", ADA))).isEqualTo("too-near");
        assertThat(refusal(scene.approve("confirm", ADA, "", Map.of(goOn, "false"))))
                .isEqualTo("too-near");
        // When
        scene.approve("confirm", ADA, "", Map.of(goOn, "true"));
        // Then
        assertThat(scene.run.cutover().isConfirmed()).isTrue();
        assertThat(scene.issued).containsKey(Scene.id("copy/0/1"));
    }

    @Test
    void what_fitted_when_the_gate_was_opened_may_be_too_near_when_it_is_answered() {
        // Given
        var scene = Scene.of(runbook()
                .gateThatConfirmsT0("confirm", 1)
                .command("copy")
                .at("T-7d")
                .ahead("T-2d", EIGHT_DAYS));
        // When
        scene.passUntil(Scene.T0.minus(Duration.ofDays(10)).plusMillis(1));
        // Then
        assertThat(refusal(scene.approve("confirm", ADA))).isEqualTo("too-near");
    }

    @Test
    void a_step_that_is_left_out_needs_no_time() {
        // Given
        var scene = Scene.of(runbook()
                .gateThatConfirmsT0("confirm", 1)
                .command("copy")
                .at("T-7d")
                .ahead("T-2d", THIRTY_DAYS)
                .when("no"));
        // When
        scene.approve("confirm", ADA);
        // Then
        assertThat(scene.run.cutover().isConfirmed()).isTrue();
    }

    @Test
    void the_earliest_t0_keeps_its_time_of_day_over_a_clock_change() {
        // Given
        var scene = Scene.of(tooNear());
        var zone = ZoneId.of("Europe/Berlin");
        scene.now = Instant.parse("2027-03-01T12:00:00Z");
        scene.moveT0(Instant.parse("2027-03-05T19:00:00Z"));
        // When
        var near = new Calendar(new Itinerary(tooNear().done(), Limits.STANDARD), new Asked(Given.conditions()))
                .tooNear(scene.run, scene.now);
        // Then
        assertThat(near).map(TooNear::earliestT0).hasValueSatisfying(t0 -> {
            assertThat(t0.atZone(zone).toLocalTime()).hasToString("20:00");
            assertThat(t0).isEqualTo(Instant.parse("2027-04-03T18:00:00Z"));
        });
    }

    private static Sketch tooNear() {
        return runbook()
                .gateThatConfirmsT0("confirm", 1)
                .command("copy")
                .at("T-7d")
                .ahead("T-2d", THIRTY_DAYS);
    }

    // ---- steps that are over too late ----------------------------------------------------------------------------

    @Test
    void a_step_that_is_not_over_by_its_moment_is_told_and_goes_on() {
        // Given
        var by = Scene.T0.minus(Duration.ofDays(1));
        var scene = Scene.of(runbook().command("copy").by("T-1d"));
        scene.notYet("copy/0/1", Duration.ofDays(30));
        // When
        scene.passUntil(by);
        // Then
        assertThat(scene.told).contains(new RunEvent.StepLate(StepId.parse("copy"), List.of(), by, by));
        assertThat(scene.step("copy")).isInstanceOf(StepState.Working.class);
        assertThat(scene.timers).doesNotContainKey(TimerName.parse("by:copy"));
    }

    @Test
    void a_step_that_is_going_to_be_late_is_told_as_soon_as_a_worker_says_so_and_only_once() {
        // Given
        var by = Scene.T0.minus(Duration.ofDays(1));
        var scene = Scene.of(runbook().command("copy").by("T-1d"));
        // When
        var inTime = scene.expect("copy/0/1", Duration.ofHours(1), by.minusSeconds(1));
        scene.pass(Duration.ofHours(1));
        var late = scene.expect("copy/0/2", Duration.ofHours(1), by.plusSeconds(1));
        scene.pass(Duration.ofHours(1));
        var later = scene.expect("copy/0/3", Duration.ofDays(30), by.plusSeconds(2));
        // Then
        assertThat(stories(inTime)).isEmpty();
        assertThat(events(late))
                .containsExactly(new RunEvent.StepLate(StepId.parse("copy"), List.of(), by, by.plusSeconds(1)));
        assertThat(stories(later)).isEmpty();
        assertThat(scene.process.schedule(scene.run, StepId.parse("copy")).late())
                .contains(by.plusSeconds(2));
    }

    @Test
    void a_step_that_becomes_late_because_t0_is_moved_is_told() {
        // Given
        var scene = Scene.of(runbook().command("copy").by("T-1d"));
        scene.expect("copy/0/1", Duration.ofDays(30), Scene.T0.minus(Duration.ofDays(2)));
        // When
        var effects = scene.moveT0(Scene.T0.minus(Duration.ofDays(2)));
        // Then
        assertThat(stories(effects)).containsExactly("T0Moved", "StepLate");
    }

    @Test
    void a_step_that_is_over_in_time_is_not_told() {
        // Given
        var scene =
                Scene.of(runbook().command("copy").by("T-1d").command("next").at("T0"));
        // When
        scene.done("copy/0/1");
        scene.passUntil(Scene.T0);
        // Then
        assertThat(scene.told).noneMatch(RunEvent.StepLate.class::isInstance);
        assertThat(scene.issued).containsKey(Scene.id("next/0/1"));
    }
}
