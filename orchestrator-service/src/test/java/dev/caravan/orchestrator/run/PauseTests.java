package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.ADA;
import static dev.caravan.orchestrator.run.Scene.commands;
import static dev.caravan.orchestrator.run.Scene.refusal;
import static dev.caravan.orchestrator.run.Scene.stories;
import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PauseTests {

    @Test
    void a_paused_run_folds_what_was_under_way_and_issues_nothing() {
        // Given
        var scene = Scene.of(runbook().command("one").command("two"));
        scene.pause();
        // When
        var effects = scene.done("one/0/1");
        // Then
        assertThat(stories(effects)).containsExactly("StepSucceeded");
        assertThat(commands(scene.resume())).containsExactly("two/0/1");
    }

    @Test
    void a_paused_run_has_no_timers_and_gets_them_back() {
        // Given
        var scene = Scene.of(runbook().waitFor("soak", Duration.ofHours(2)));
        var timers = Map.copyOf(scene.timers);
        // When
        scene.pause();
        // Then
        assertThat(scene.timers).isEmpty();
        scene.resume();
        assertThat(scene.timers).isEqualTo(timers);
    }

    @Test
    void what_fell_due_during_a_pause_happens_when_it_is_over() {
        // Given
        var scene = Scene.of(runbook().waitFor("soak", Duration.ofHours(2)).command("next"));
        scene.pause();
        scene.pass(Duration.ofHours(3));
        // When
        scene.resume();
        scene.pass(Duration.ZERO);
        // Then
        assertThat(scene.issued).containsKey(Scene.id("next/0/1"));
    }

    @Test
    void people_may_approve_and_answer_while_a_run_is_paused() {
        // Given
        var scene = Scene.of(runbook().gate("go", 1).command("next"));
        scene.pause();
        // When
        var effects = scene.approve("go", ADA);
        // Then
        assertThat(stories(effects)).containsExactly("GateApproved", "StepSucceeded");
        assertThat(commands(scene.resume())).containsExactly("next/0/1");
    }

    @Test
    void a_failed_attempt_waits_for_the_end_of_the_pause() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.pause();
        scene.failed("one/0/1");
        scene.pass(Duration.ofHours(1));
        // When
        scene.resume();
        // Then
        assertThat(scene.timers).containsOnlyKeys(TimerName.parse("again:one/0/1"));
        scene.pass(Duration.ZERO);
        assertThat(scene.issued).containsKey(Scene.id("one/0/2"));
    }

    @Test
    void a_step_that_fails_during_a_pause_is_found_when_it_is_over() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.pause();
        scene.failedForGood("one/0/1");
        // When
        var effects = scene.resume();
        // Then
        assertThat(stories(effects)).containsExactly("RunResumed", "RunFailed");
    }

    @Test
    void a_paused_run_cannot_be_paused_and_a_running_one_not_resumed() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        var resumed = scene.resume();
        scene.pause();
        var paused = scene.pause();
        // Then
        assertThat(refusal(resumed)).isEqualTo("not-paused");
        assertThat(refusal(paused)).isEqualTo("not-running");
    }

    @Test
    void a_faulty_run_stands_still_until_a_person_has_looked_at_it() {
        // Given
        var scene = Scene.of(runbook().command("one").command("two"));
        scene.fault();
        // When
        var folded = scene.done("one/0/1");
        var refused = scene.pause();
        var effects = scene.unpark();
        // Then
        assertThat(stories(folded)).containsExactly("StepSucceeded");
        assertThat(refusal(refused)).isEqualTo("parked");
        assertThat(stories(effects)).containsExactly("RunUnparked", "StepStarted");
    }

    @Test
    void a_run_that_was_paused_is_paused_again_when_it_is_unparked() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.pause();
        scene.fault();
        // When
        scene.unpark();
        // Then
        assertThat(scene.run.state()).isEqualTo(new RunState.Paused());
    }

    @Test
    void a_second_fault_of_a_parked_run_changes_nothing() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.fault();
        var before = scene.run;
        // When
        scene.fault();
        // Then
        assertThat(scene.run).isSameAs(before);
    }

    @Test
    void a_run_that_has_ended_is_not_parked() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.done("one/0/1");
        // When
        scene.fault();
        // Then
        assertThat(scene.run.state()).isEqualTo(new RunState.Completed());
    }

    @Test
    void a_run_that_is_not_parked_cannot_be_unparked() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        var effects = scene.unpark();
        // Then
        assertThat(refusal(effects)).isEqualTo("not-parked");
    }
}
