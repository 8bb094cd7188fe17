package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.commands;
import static dev.caravan.orchestrator.run.Scene.stories;
import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandStepTests {

    @Test
    void a_run_of_two_commands_is_told_from_creation_to_completion() {
        // Given
        var scene = Scene.of(runbook().command("one").command("two"));
        // When
        var first = scene.done("one/0/1");
        var second = scene.done("two/0/1");
        // Then
        assertThat(commands(first)).containsExactly("two/0/1");
        assertThat(stories(second)).containsExactly("StepSucceeded", "RunCompleted");
        assertThat(scene.told.stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "RunCreated", "StepStarted", "StepSucceeded", "StepStarted", "StepSucceeded", "RunCompleted");
        assertThat(scene.run.sequence()).isEqualTo(6);
        assertThat(scene.run.endedAt()).contains(scene.now);
    }

    @Test
    void steps_that_need_nothing_of_each_other_run_at_once() {
        // When
        var scene = Scene.of(runbook().command("one").command("two").needs());
        // Then
        assertThat(scene.issued.keySet()).containsExactly(Scene.id("one/0/1"), Scene.id("two/0/1"));
    }

    @Test
    void a_command_carries_the_instant_after_which_no_remote_call_starts() {
        // When
        var scene = Scene.of(runbook().command("one"));
        // Then
        assertThat(scene.issued.get(Scene.id("one/0/1")))
                .extracting(RunEffect.IssueCommand::notAfter)
                .isEqualTo(Scene.START.plus(Sketch.TIMEOUT));
    }

    @Test
    void a_failed_attempt_is_followed_by_another_after_a_growing_pause() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.failed("one/0/1");
        scene.pass(Duration.ofSeconds(30));
        scene.failed("one/0/2");
        // When
        scene.pass(Duration.ofSeconds(59));
        // Then
        assertThat(scene.issued).doesNotContainKey(Scene.id("one/0/3"));
        scene.pass(Duration.ofSeconds(1));
        assertThat(scene.issued).containsKey(Scene.id("one/0/3"));
    }

    @Test
    void a_remote_that_asks_for_a_longer_pause_gets_it() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        var retryAfter = Optional.of(Duration.ofMinutes(7));
        // When
        scene.take(new RunInput.Failed(scene.cause(), Scene.id("one/0/1"), true, "429", "slow down", 0, retryAfter));
        // Then
        assertThat(scene.timers)
                .containsExactly(Map.entry(TimerName.parse("again:one/0/1"), Scene.START.plus(Duration.ofMinutes(7))));
    }

    @Test
    void the_last_attempt_that_fails_fails_step_and_run() {
        // Given
        var scene = Scene.of(runbook().command("one").command("two"));
        scene.failed("one/0/1");
        scene.pass(Duration.ofMinutes(1)).failed("one/0/2");
        // When
        var effects = scene.pass(Duration.ofMinutes(2)).failed("one/0/3");
        // Then
        assertThat(stories(effects)).containsExactly("AttemptFailed", "StepFailed", "RunFailed");
        assertThat(scene.run.state()).isEqualTo(new RunState.Failed());
        assertThat(scene.run.timers()).isEmpty();
    }

    @Test
    void what_failed_for_good_is_not_tried_again() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        scene.failedForGood("one/0/1");
        // Then
        assertThat(scene.step("one"))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("gone: no such object"));
    }

    @Test
    void a_refused_command_fails_the_step_with_its_code() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        scene.refused("one/0/1", "too-big");
        // Then
        assertThat(scene.step("one"))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("too-big: because"));
    }

    @Test
    void a_command_that_a_worker_got_too_late_is_issued_again() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        scene.refused("one/0/1", "expired");
        scene.pass(Duration.ofSeconds(30));
        // Then
        assertThat(scene.issued).containsKey(Scene.id("one/0/2"));
    }

    @Test
    void a_lost_attempt_is_followed_only_when_it_can_do_nothing_any_more() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        var over = Sketch.TIMEOUT.plus(Limits.STANDARD.callTimeoutMax());
        // When
        scene.pass(over.minusMillis(1));
        // Then
        assertThat(scene.issued).hasSize(1);
        scene.pass(Duration.ofMillis(1));
        assertThat(scene.issued).containsKey(Scene.id("one/0/2"));
        assertThat(scene.told)
                .contains(new RunEvent.AttemptFailed(
                        StepId.parse("one"), 0, 1, true, "no outcome by " + Scene.START.plus(over)));
    }

    @Test
    void a_long_command_goes_on_where_its_last_part_ended() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        var effects = scene.continued("one/0/1", "page-2", 100);
        scene.done("one/0/2");
        // Then
        assertThat(commands(effects)).containsExactly("one/0/2");
        assertThat(scene.issued.get(Scene.id("one/0/2")))
                .extracting(RunEffect.IssueCommand::cursor)
                .isEqualTo(Optional.of("page-2"));
        assertThat(scene.step("one").tally().objects()).isEqualTo(100);
    }

    @Test
    void a_part_that_is_done_gives_the_next_one_all_its_attempts() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.failed("one/0/1");
        scene.pass(Duration.ofMinutes(1)).failed("one/0/2");
        scene.pass(Duration.ofMinutes(1)).continued("one/0/3", "page-2", 1);
        // When
        scene.failed("one/0/4");
        scene.pass(Duration.ofMinutes(1)).failed("one/0/5");
        // Then
        assertThat(scene.step("one")).isInstanceOf(StepState.Working.class);
    }

    @Test
    void a_command_that_is_not_possible_yet_is_issued_again_after_the_time_that_it_names() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        scene.notYet("one/0/1", Duration.ofHours(3));
        scene.pass(Duration.ofHours(3));
        // Then
        assertThat(scene.issued).containsKey(Scene.id("one/0/2"));
        assertThat(scene.issued).hasSize(2);
    }

    @Test
    void a_command_that_is_never_possible_fails_in_the_end() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        for (var attempt = 1; attempt <= Limits.STANDARD.notYetMax(); attempt++) {
            scene.notYet("one/0/" + attempt, Duration.ofMinutes(1));
            scene.pass(Duration.ofMinutes(1));
        }
        // Then
        assertThat(scene.step("one"))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("still not yet: not served yet"));
    }

    @Test
    void an_outcome_counts_once() {
        // Given
        var scene = Scene.of(runbook().command("one").command("two"));
        scene.done("one/0/1");
        var before = scene.run;
        // When
        var again = scene.done("one/0/1");
        // Then
        assertThat(again).isEmpty();
        assertThat(scene.run).isSameAs(before);
    }

    @Test
    void an_outcome_of_an_attempt_that_is_given_up_changes_nothing() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.pass(Duration.ofMinutes(32));
        var before = scene.run;
        // When
        scene.done("one/0/1");
        // Then
        assertThat(scene.run).isSameAs(before);
    }

    @Test
    void an_outcome_for_another_run_changes_nothing() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        var before = scene.run;
        // When
        scene.take(new RunInput.Done(scene.cause(), CommandId.parse("r2/one/0/1"), Map.of(), List.of()));
        // Then
        assertThat(scene.run).isSameAs(before);
    }

    @Test
    void changes_are_counted_from_plans_even_when_told_twice_or_late() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        scene.planned("one/0/1", "a", "b", "c");
        scene.planned("one/0/1", "a", "b", "c");
        scene.pass(Duration.ofMinutes(32));
        // When
        scene.planned("one/0/2", "c");
        scene.planned("one/0/1", "a", "b", "c");
        scene.done("one/0/2");
        // Then
        assertThat(scene.step("one").tally().changes()).isEqualTo(4);
    }

    @Test
    void conflicts_are_kept_up_to_a_bound() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        var conflicts = IntStream.range(0, 30)
                .mapToObj(number -> new Conflict("rrset", "r" + number, "ttl", List.of("60"), "kept"))
                .toList();
        // When
        scene.take(new RunInput.PlanTold(scene.cause(), Scene.id("one/0/1"), List.of(), 0, conflicts));
        scene.take(new RunInput.Done(scene.cause(), Scene.id("one/0/1"), Map.of(), conflicts));
        // Then
        assertThat(scene.step("one").tally().conflicts()).isEqualTo(conflicts.subList(0, 10));
    }
}
