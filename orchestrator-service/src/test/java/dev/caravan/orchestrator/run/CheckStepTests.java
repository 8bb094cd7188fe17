package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckStepTests {

    private static final Duration HOURS = Duration.ofHours(12);

    @Test
    void a_check_is_asked_at_growing_intervals_until_it_is_true() {
        // Given
        var scene = Scene.of(runbook().check("prove", HOURS));
        // When
        scene.notYet("prove/0/1", Duration.ZERO);
        scene.pass(Duration.ofMinutes(1)).notYet("prove/0/2", Duration.ZERO);
        scene.pass(Duration.ofMinutes(2)).notYet("prove/0/3", Duration.ZERO);
        // Then
        assertThat(scene.timers.values()).containsExactly(Scene.START.plus(Duration.ofMinutes(3 + 4)));
        scene.pass(Duration.ofMinutes(4)).done("prove/0/4");
        assertThat(scene.run.state()).isEqualTo(new RunState.Completed());
    }

    @Test
    void a_worker_that_knows_better_is_asked_later() {
        // Given
        var scene = Scene.of(runbook().check("prove", HOURS));
        // When
        scene.notYet("prove/0/1", Duration.ofHours(2));
        // Then
        assertThat(scene.timers.values()).containsExactly(Scene.START.plus(Duration.ofHours(2)));
    }

    @Test
    void the_last_asking_is_at_the_end_of_the_whole_time() {
        // Given
        var scene = Scene.of(runbook().check("prove", HOURS));
        scene.notYet("prove/0/1", Duration.ofHours(100));
        // When
        scene.pass(HOURS);
        // Then
        assertThat(scene.issued).containsKey(Scene.id("prove/0/2"));
        scene.notYet("prove/0/2", Duration.ZERO);
        assertThat(scene.step("prove"))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("still not yet: not served yet"));
    }

    @Test
    void a_retried_check_has_its_whole_time_again() {
        // Given
        var scene = Scene.of(runbook().check("prove", HOURS));
        scene.notYet("prove/0/1", HOURS);
        scene.pass(HOURS).notYet("prove/0/2", Duration.ZERO);
        // When
        scene.retry("prove");
        scene.notYet("prove/0/3", Duration.ZERO);
        // Then
        assertThat(scene.timers.values())
                .containsExactly(Scene.START.plus(HOURS).plus(Duration.ofMinutes(1)));
    }

    @Test
    void an_asking_that_fails_is_tried_again_as_often_as_the_runbook_says() {
        // Given
        var scene = Scene.of(runbook().check("prove", HOURS));
        scene.failed("prove/0/1");
        scene.pass(Duration.ofSeconds(30)).failed("prove/0/2");
        scene.pass(Duration.ofMinutes(1)).notYet("prove/0/3", Duration.ZERO);
        scene.pass(Duration.ofMinutes(1)).failed("prove/0/4");
        scene.pass(Duration.ofSeconds(30)).failed("prove/0/5");
        // When
        scene.pass(Duration.ofMinutes(1)).failed("prove/0/6");
        // Then
        assertThat(scene.step("prove")).isInstanceOf(StepState.Failed.class);
    }

    @Test
    void a_person_may_go_on_without_the_proof() {
        // Given
        var scene = Scene.of(runbook().check("prove", HOURS).command("next"));
        // When
        scene.skip("prove", "seen with my own eyes");
        // Then
        assertThat(scene.issued).containsKey(Scene.id("next/0/1"));
        assertThat(scene.timers).containsOnlyKeys(TimerName.parse("outcome:next/0/1"));
    }
}
