package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.ADA;
import static dev.caravan.orchestrator.run.Scene.commands;
import static dev.caravan.orchestrator.run.Scene.refusal;
import static dev.caravan.orchestrator.run.Scene.stories;
import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureTests {

    @Test
    void siblings_finish_before_a_run_has_failed() {
        // Given
        var scene = Scene.of(
                runbook().command("one").command("two").needs().command("after").needs("two"));
        // When
        scene.failedForGood("one/0/1");
        // Then
        assertThat(scene.run.state()).isEqualTo(new RunState.Failing());
        assertThat(stories(scene.done("two/0/1"))).containsExactly("StepSucceeded", "RunFailed");
        assertThat(scene.run.state()).isEqualTo(new RunState.Failed());
        assertThat(scene.issued).doesNotContainKey(Scene.id("after/0/1"));
    }

    @Test
    void a_sibling_goes_on_with_its_own_chunks_while_the_run_fails() {
        // Given
        var scene = Scene.of(
                runbook().command("one").command("two", "domains", 1, 1).needs());
        scene.failedForGood("one/0/1");
        // When
        var effects = scene.done("two/0/1");
        // Then
        assertThat(commands(effects)).containsExactly("two/1/1");
    }

    @Test
    void open_questions_do_not_keep_a_run_from_having_failed_and_can_be_answered() {
        // Given
        var scene = Scene.of(runbook()
                .command("one")
                .gate("go", 1)
                .needs()
                .waitFor("soak", Duration.ofHours(1))
                .needs());
        // When
        scene.failedForGood("one/0/1");
        // Then
        assertThat(scene.run.state()).isEqualTo(new RunState.Failed());
        assertThat(refusal(scene.approve("go", ADA))).isEmpty();
        scene.pass(Duration.ofHours(1));
        assertThat(scene.step("soak")).isInstanceOf(StepState.Succeeded.class);
    }

    @Test
    void a_retried_step_takes_the_run_on() {
        // Given
        var scene = Scene.of(runbook().command("one").command("two"));
        scene.failedForGood("one/0/1");
        // When
        var effects = scene.retry("one");
        // Then
        assertThat(stories(effects)).containsExactly("StepStarted");
        assertThat(commands(effects)).containsExactly("one/0/2");
        assertThat(commands(scene.done("one/0/2"))).containsExactly("two/0/1");
    }

    @Test
    void a_step_that_is_not_failed_cannot_be_retried() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        var effects = scene.retry("one");
        // Then
        assertThat(refusal(effects)).isEqualTo("not-failed");
    }

    @Test
    void with_two_failed_steps_the_run_goes_on_when_both_are_dealt_with() {
        // Given
        var scene = Scene.of(
                runbook().command("one").command("two").needs().command("after").needs("one", "two"));
        scene.failedForGood("one/0/1");
        scene.failedForGood("two/0/1");
        // When
        scene.retry("one");
        // Then
        assertThat(scene.run.state()).isEqualTo(new RunState.Failing());
        scene.done("one/0/2");
        assertThat(scene.run.state()).isEqualTo(new RunState.Failed());
        assertThat(commands(scene.skip("two", "not needed today"))).containsExactly("after/0/1");
    }

    @Test
    void skipping_needs_a_reason() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.failedForGood("one/0/1");
        // When
        var effects = scene.skip("one", "");
        // Then
        assertThat(refusal(effects)).isEqualTo("no-reason");
    }

    @Test
    void skipping_a_half_done_step_says_that_it_is_half_done() {
        // Given
        var scene = Scene.of(runbook().command("one", "domains", 1, 1));
        scene.planned("one/0/1", "a", "b");
        scene.done("one/0/1");
        scene.failedForGood("one/1/1");
        // When
        scene.skip("one", "enough");
        // Then
        assertThat(scene.step("one"))
                .isInstanceOfSatisfying(
                        StepState.Skipped.class,
                        skipped -> assertThat(skipped.reason())
                                .isEqualTo("enough (2 planned changes are made wholly or in part)"));
    }

    @Test
    void a_step_that_changes_things_is_not_skipped_while_nobody_knows_what_it_did() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        var effects = scene.skip("one", "too slow");
        // Then
        assertThat(refusal(effects)).isEqualTo("in-flight");
    }

    @Test
    void a_step_that_is_over_cannot_be_skipped() {
        // Given
        var scene = Scene.of(runbook().command("one").command("two"));
        scene.done("one/0/1");
        // When
        var effects = scene.skip("one", "too late");
        // Then
        assertThat(refusal(effects)).isEqualTo("not-open");
    }

    @Test
    void a_step_skipped_early_does_not_let_the_next_one_overtake_what_it_needed() {
        // Given
        var scene = Scene.of(runbook().command("one").command("two").command("three"));
        // When
        var skipped = scene.skip("two", "not here");
        // Then
        assertThat(commands(skipped)).isEmpty();
        assertThat(commands(scene.done("one/0/1"))).containsExactly("three/0/1");
    }

    @Test
    void a_task_and_a_wait_may_be_skipped() {
        // Given
        var scene = Scene.of(runbook()
                .task("tell", "Tell")
                .waitFor("soak", Duration.ofDays(1))
                .command("next"));
        // When
        scene.skip("tell", "they know");
        scene.skip("soak", "no need");
        // Then
        assertThat(scene.timers).containsOnlyKeys(TimerName.parse("outcome:next/0/1"));
    }

    @Test
    void nothing_is_asked_of_a_run_that_has_ended() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.done("one/0/1");
        // When
        var effects = scene.pause();
        // Then
        assertThat(refusal(effects)).isEqualTo("ended");
    }
}
