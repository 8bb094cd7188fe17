package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.commands;
import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChunkedStepTests {

    @Test
    void chunks_are_cut_one_by_one_and_at_most_a_window_of_them_is_open() {
        // When
        var scene = mailboxes(100, 10, 3);
        // Then
        assertThat(scene.issued.keySet())
                .containsExactly(Scene.id("move/0/1"), Scene.id("move/1/1"), Scene.id("move/2/1"));
        assertThat(commands(scene.done("move/1/1"))).containsExactly("move/3/1");
        assertThat(scene.issued.get(Scene.id("move/3/1")))
                .extracting(RunEffect.IssueCommand::objects)
                .isEqualTo(new ChunkRange("o0030", "o0039", 10));
    }

    @Test
    void a_step_over_nothing_is_done_at_once() {
        // When
        var scene = mailboxes(0, 10, 3);
        // Then
        assertThat(scene.issued).isEmpty();
        assertThat(scene.run.state()).isEqualTo(new RunState.Completed());
    }

    @Test
    void a_step_is_done_when_all_its_chunks_are() {
        // Given
        var scene = mailboxes(25, 10, 3);
        scene.done("move/2/1");
        scene.done("move/0/1");
        // When
        scene.done("move/1/1");
        // Then
        assertThat(scene.told).contains(new RunEvent.StepSucceeded(StepId.parse("move"), List.of(), 25, 0));
    }

    @Test
    void every_attempt_of_a_chunk_is_about_the_same_objects() {
        // Given
        var scene = mailboxes(20, 10, 1);
        scene.failed("move/0/1");
        scene.has("mailboxes", 500);
        // When
        scene.pass(Duration.ofMinutes(1));
        // Then
        assertThat(scene.issued.get(Scene.id("move/0/2")))
                .extracting(RunEffect.IssueCommand::objects)
                .isEqualTo(new ChunkRange("o0000", "o0009", 10));
    }

    @Test
    void after_a_failed_chunk_none_is_cut_and_those_open_finish() {
        // Given
        var scene = mailboxes(100, 10, 3);
        // When
        var failure = scene.failedForGood("move/1/1");
        var others = scene.done("move/0/1");
        scene.failed("move/2/1");
        scene.pass(Duration.ofMinutes(1));
        // Then
        assertThat(commands(failure)).isEmpty();
        assertThat(commands(others)).isEmpty();
        assertThat(scene.issued).containsKey(Scene.id("move/2/2"));
        assertThat(scene.step("move")).isInstanceOf(StepState.Working.class);
        scene.done("move/2/2");
        assertThat(scene.step("move")).isInstanceOf(StepState.Failed.class);
    }

    @Test
    void a_retry_is_about_the_failed_chunks_and_goes_on_where_cutting_stopped() {
        // Given
        var scene = mailboxes(40, 10, 3);
        scene.failedForGood("move/1/1");
        scene.done("move/0/1");
        scene.done("move/2/1");
        // When
        var effects = scene.retry("move");
        // Then
        assertThat(commands(effects)).containsExactly("move/1/2", "move/3/1");
        scene.done("move/1/2");
        scene.done("move/3/1");
        assertThat(scene.step("move").tally()).isEqualTo(new Tally(2, 40, 0, 0, List.of()));
    }

    @Test
    void a_step_was_tried_as_often_as_the_chunk_that_was_tried_most() {
        // Given
        var scene = mailboxes(30, 10, 3);
        scene.done("move/0/1");
        scene.failed("move/1/1");
        scene.pass(Duration.ofMinutes(1));
        scene.done("move/1/2");
        scene.failedForGood("move/2/1");
        scene.retry("move");
        scene.failedForGood("move/2/2");
        scene.retry("move");
        // When
        scene.done("move/2/3");
        // Then
        assertThat(scene.step("move").tally().attempts()).isEqualTo(3);
    }

    @Test
    void parts_of_a_chunk_are_no_tries_of_their_own() {
        // Given
        var scene = mailboxes(10, 10, 1);
        scene.continued("move/0/1", "page-2", 2);
        scene.continued("move/0/2", "page-3", 2);
        scene.failed("move/0/3");
        scene.pass(Duration.ofMinutes(1));
        scene.continued("move/0/4", "page-4", 2);
        // When
        scene.done("move/0/5");
        // Then
        assertThat(scene.step("move").tally().attempts()).isEqualTo(2);
    }

    @Test
    void what_is_said_of_the_largest_is_that_of_the_chunk_that_has_it() {
        // Given
        var scene = Scene.of(
                runbook().command("forecast", "domains", 1, 4).waitForSeconds("wait", "fact forecast bytesMax"));
        scene.done("forecast/0/1", Map.of("bytesMax", 20, "bytesMaxOf", "a, b"));
        scene.done("forecast/1/1", Map.of("bytesMaxOf", "d", "bytesMax", 30));
        // When
        scene.done("forecast/2/1", Map.of("bytesMax", 30, "bytesMaxOf", "e"));
        // Then
        assertThat(scene.run.facts().get(StepId.parse("forecast")))
                .containsOnly(Map.entry("bytesMax", 30L), Map.entry("bytesMaxOf", "d"));
    }

    @Test
    void the_facts_of_a_step_are_those_of_its_chunks_together() {
        // Given
        var scene = Scene.of(
                runbook().command("lower", "domains", 1, 4).waitForSeconds("wait", "fact lower oldTtlSecondsMax"));
        scene.done("lower/0/1", Map.of("oldTtlSecondsMax", 3600, "applied", 2, "isSigned", true));
        scene.done("lower/1/1", Map.of("oldTtlSecondsMax", 86400, "applied", 3, "isSigned", false));
        // When
        scene.done("lower/2/1", Map.of("oldTtlSecondsMax", 300, "applied", 4, "isSigned", true));
        // Then
        assertThat(scene.run.facts().get(StepId.parse("lower")))
                .containsOnly(
                        Map.entry("oldTtlSecondsMax", 86400L), Map.entry("applied", 9L), Map.entry("isSigned", false));
        assertThat(scene.timers.values()).containsExactly(Scene.START.plus(Duration.ofDays(1)));
    }

    @Test
    void a_run_keeps_only_the_facts_that_its_runbook_speaks_of() {
        // Given
        var scene = Scene.of(runbook().command("quiet"));
        // When
        scene.done("quiet/0/1", Map.of("applied", 7));
        // Then
        assertThat(scene.run.facts()).isEmpty();
    }

    @Test
    void a_step_may_go_over_what_another_one_has_changed() {
        // Given
        var scene = Scene.of(runbook().command("switch").commandOverChanges("restore", "switch"));
        scene.objects("changes of switch", "mx", "spf");
        // When
        var effects = scene.done("switch/0/1");
        // Then
        assertThat(commands(effects)).containsExactly("restore/0/1");
        assertThat(scene.issued.get(Scene.id("restore/0/1")))
                .extracting(RunEffect.IssueCommand::objects)
                .isEqualTo(new ChunkRange("mx", "spf", 2));
    }

    private static Scene mailboxes(int count, int chunk, int window) {
        var scene =
                new Scene(runbook().command("move", "mailboxes", chunk, window).done()).has("mailboxes", count);
        scene.take(scene.created(Map.of()));
        return scene;
    }
}
