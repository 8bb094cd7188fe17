package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.stories;
import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    @Test
    void a_step_waits_for_its_moment_and_says_so() {
        // Given
        var scene = Scene.of(runbook().command("lower").at("T-8h"));
        // When
        scene.passUntil(Scene.T0.minus(Duration.ofHours(8)).minusMillis(1));
        // Then
        assertThat(scene.issued).isEmpty();
        assertThat(scene.told)
                .contains(new RunEvent.StepScheduled(StepId.parse("lower"), Scene.T0.minus(Duration.ofHours(8))));
        scene.pass(Duration.ofMillis(1));
        assertThat(scene.issued).hasSize(1);
    }

    @Test
    void days_are_days_on_the_customers_calendar() {
        // Given
        var afterTheClockChange = Instant.parse("2027-04-02T18:00:00Z"); // 20:00 in Berlin's summer
        var scene = Scene.of(runbook().command("capture").at("T-14d"));
        // When
        scene.moveT0(afterTheClockChange);
        // Then
        assertThat(scene.timers)
                .containsEntry(TimerName.parse("at:capture"), Instant.parse("2027-03-19T19:00:00Z")); // 20:00 in winter
    }

    @Test
    void a_timer_that_fires_early_changes_nothing() {
        // Given
        var scene = Scene.of(runbook().command("lower").at("T-8h"));
        var before = scene.run;
        var due = Scene.T0.minus(Duration.ofHours(8));
        // When
        scene.take(new RunInput.TimerFired(scene.cause(), TimerName.parse("at:lower"), due));
        // Then
        assertThat(scene.run).isSameAs(before);
    }

    @Test
    void a_timer_of_before_t0_moved_changes_nothing() {
        // Given
        var scene = Scene.of(runbook().command("lower").at("T-8h"));
        scene.moveT0(Scene.T0.plus(Duration.ofDays(7)));
        scene.now = Scene.T0;
        var before = scene.run;
        // When
        var due = Scene.T0.minus(Duration.ofHours(8));
        scene.take(new RunInput.TimerFired(scene.cause(), TimerName.parse("at:lower"), due));
        // Then
        assertThat(scene.run).isSameAs(before);
    }

    @Test
    void moving_t0_moves_every_open_timer_that_hangs_on_it() {
        // Given
        var scene = Scene.of(runbook()
                .command("lower")
                .at("T-8h")
                .waitUntil("until", "T-1d")
                .needs()
                .command("late")
                .needs("lower")
                .by("T-2h")
                .waitFor("elapsed", Duration.ofDays(20))
                .needs());
        var elapsed = scene.timers.get(TimerName.parse("over:elapsed"));
        // When
        var effects = scene.moveT0(Scene.T0.plus(Duration.ofDays(1)));
        // Then
        assertThat(stories(effects)).containsExactly("T0Moved", "StepScheduled");
        assertThat(scene.timers)
                .containsOnly(
                        Map.entry(TimerName.parse("at:lower"), Scene.T0.plus(Duration.ofHours(16))),
                        Map.entry(TimerName.parse("over:until"), Scene.T0),
                        Map.entry(TimerName.parse("by:late"), Scene.T0.plus(Duration.ofHours(22))),
                        Map.entry(TimerName.parse("over:elapsed"), elapsed));
    }

    @Test
    void moving_t0_to_where_a_moment_is_past_starts_the_step_at_once() {
        // Given
        var scene = Scene.of(runbook().command("lower").at("T-8h"));
        // When
        scene.moveT0(scene.now.plus(Duration.ofHours(1)));
        // Then
        assertThat(scene.issued).hasSize(1);
        assertThat(scene.timers).containsOnlyKeys(TimerName.parse("outcome:lower/0/1"));
    }

    @Test
    void a_step_that_has_not_started_by_its_deadline_fails_and_a_person_decides() {
        // Given
        var scene = Scene.of(runbook().command("capture").command("lower").by("T-8h"));
        // When
        scene.notYet("capture/0/1", Duration.ofDays(30));
        scene.passUntil(Scene.T0.minus(Duration.ofHours(8)));
        // Then
        assertThat(scene.step("lower"))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo("too late: it had to start by " + Scene.T0.minus(Duration.ofHours(8))));
        assertThat(scene.run.state()).isEqualTo(new RunState.Failing());
    }

    @Test
    void a_person_may_let_a_late_step_start_after_all() {
        // Given
        var scene = Scene.of(runbook().command("capture").command("lower").by("T-8h"));
        scene.notYet("capture/0/1", Duration.ofDays(30));
        scene.passUntil(Scene.T0);
        // When
        scene.retry("lower");
        scene.passUntil(Scene.START.plus(Duration.ofDays(30))).done("capture/0/2");
        // Then
        assertThat(scene.issued).containsKey(Scene.id("lower/0/1"));
    }

    @Test
    void a_step_whose_condition_does_not_hold_is_left_out_and_the_next_one_starts() {
        // When
        var scene = Scene.of(runbook().command("transfer").when("no").command("next"));
        // Then
        assertThat(scene.told)
                .contains(new RunEvent.StepNotNeeded(StepId.parse("transfer"), List.of(), new Condition("no")));
        assertThat(scene.issued).containsOnlyKeys(Scene.id("next/0/1"));
    }

    @Test
    void a_condition_is_asked_when_all_needs_are_over() {
        // Given
        var scene = Scene.of(runbook().command("count").command("transfer").when("fact count zones"));
        // When
        scene.done("count/0/1", Map.of("zones", 3L));
        // Then
        assertThat(scene.issued).containsKey(Scene.id("transfer/0/1"));
    }

    @Test
    void a_condition_without_an_answer_fails_the_step_and_a_person_decides() {
        // Given
        var scene =
                Scene.of(runbook().command("transfer").when("fact count zones").command("next"));
        // When
        var effects = scene.skip("transfer", "nobody knows");
        // Then
        assertThat(stories(effects)).containsExactly("StepSkipped", "StepStarted");
    }

    @Test
    void a_gate_whose_condition_has_no_answer_asks_people() {
        // When
        var scene = Scene.of(runbook().gate("gate", 2).when("fact count zones"));
        // Then
        assertThat(scene.step("gate")).isInstanceOf(StepState.GateOpen.class);
    }

    @Test
    void a_wait_ends_when_its_time_is_over() {
        // Given
        var scene = Scene.of(runbook().waitFor("soak", Duration.ofHours(2)).command("next"));
        // When
        scene.pass(Duration.ofHours(2));
        // Then
        assertThat(scene.issued).containsKey(Scene.id("next/0/1"));
    }

    @Test
    void a_wait_that_cannot_be_reckoned_fails() {
        // When
        var scene = Scene.of(runbook().waitForSeconds("soak", "fact nobody told"));
        // Then
        assertThat(scene.step("soak")).isInstanceOf(StepState.Failed.class);
    }

    @Test
    void a_wait_beyond_all_calendars_fails_instead_of_stopping_the_run() {
        // When
        var scene = Scene.of(runbook().waitForSeconds("soak", String.valueOf(Long.MAX_VALUE)));
        // Then
        assertThat(scene.step("soak")).isInstanceOf(StepState.Failed.class);
    }
}
