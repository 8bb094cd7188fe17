package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.commands;
import static dev.caravan.orchestrator.run.Scene.stories;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandStepTests {

    @Test
    void a_run_of_two_commands_is_told_from_creation_to_completion() {
        // Given
        var scene = Scene.of(Sketch.runbook().command("one").command("two"));
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
    void a_failed_attempt_is_followed_by_another_after_a_growing_pause() {
        // Given
        var scene = Scene.of(Sketch.runbook().command("one"));
        // When
        scene.failed("one/0/1");
        scene.pass(Duration.ofSeconds(30));
        scene.failed("one/0/2");
        scene.pass(Duration.ofSeconds(59));
        // Then
        assertThat(scene.issued).doesNotContainKey(Scene.id("one/0/3"));
        scene.pass(Duration.ofSeconds(1));
        assertThat(scene.issued).containsKey(Scene.id("one/0/3"));
    }
}
