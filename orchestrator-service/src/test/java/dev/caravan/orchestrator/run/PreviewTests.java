package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.ADA;
import static dev.caravan.orchestrator.run.Scene.BOB;
import static dev.caravan.orchestrator.run.Scene.commands;
import static dev.caravan.orchestrator.run.Scene.refusal;
import static dev.caravan.orchestrator.run.Scene.stories;
import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewTests {

    @Test
    void a_gate_opens_when_the_plans_of_all_chunks_are_told() {
        // Given
        var scene = Scene.of(lowering());
        scene.planned("lower~preview~go/1/1", "b");
        scene.planned("lower~preview~go/0/1", "a1", "a2");
        // When
        var effects = scene.planned("lower~preview~go/2/1");
        // Then
        assertThat(stories(effects)).containsExactly("PlanReady", "GateOpened");
        assertThat(Scene.events(effects).getFirst())
                .isInstanceOfSatisfying(
                        RunEvent.PlanReady.class,
                        plan -> assertThat(plan.changes()).isEqualTo(3));
        assertThat(scene.issued.values()).allMatch(RunEffect.IssueCommand::isDryRun);
    }

    @Test
    void the_order_in_which_plans_are_told_does_not_matter() {
        // Given
        var one = Scene.of(lowering());
        var other = Scene.of(lowering());
        // When
        List.of(0, 1, 2).forEach(chunk -> one.planned("lower~preview~go/" + chunk + "/1", "digest" + chunk));
        List.of(2, 0, 1).forEach(chunk -> other.planned("lower~preview~go/" + chunk + "/1", "digest" + chunk));
        // Then
        assertThat(hash(one)).isEqualTo(hash(other)).hasSize(32);
    }

    @Test
    void any_other_change_is_another_plan() {
        // Given
        var one = open();
        var other = Scene.of(lowering());
        // When
        List.of(0, 1).forEach(chunk -> other.planned("lower~preview~go/" + chunk + "/1", "digest-" + chunk));
        other.planned("lower~preview~go/2/1", "another");
        // Then
        assertThat(hash(one)).isNotEqualTo(hash(other));
    }

    @Test
    void who_has_read_another_plan_does_not_pass_the_gate() {
        // Given
        var scene = open();
        // When
        var effects = scene.approve("go", ADA, "00000000000000000000000000000000", Map.of());
        // Then
        assertThat(refusal(effects)).isEqualTo("stale-plan");
    }

    @Test
    void the_step_is_bound_to_the_gate_that_approved_its_plan() {
        // Given
        var scene = open();
        scene.approve("go", ADA);
        // When
        var effects = scene.approve("go", BOB);
        // Then
        assertThat(commands(effects)).containsExactly("lower/0/1", "lower/1/1", "lower/2/1");
        assertThat(scene.issued.get(Scene.id("lower/0/1")))
                .extracting(RunEffect.IssueCommand::approvedBy)
                .isEqualTo(Optional.of(StepId.parse("go")));
    }

    @Test
    void moving_t0_leaves_the_approved_plan_as_it_is() {
        // Given
        var scene = open();
        var hash = hash(scene);
        scene.approve("go", ADA);
        // When
        scene.moveT0(Scene.T0.plus(Duration.ofDays(7)));
        // Then
        assertThat(hash(scene)).isEqualTo(hash);
        assertThat(commands(scene.approve("go", BOB))).hasSize(3);
    }

    @Test
    void a_plan_that_cannot_be_computed_fails_the_gate() {
        // Given
        var scene = Scene.of(lowering());
        scene.planned("lower~preview~go/1/1", "b");
        scene.planned("lower~preview~go/2/1", "c");
        // When
        scene.failedForGood("lower~preview~go/0/1");
        // Then
        assertThat(scene.step("go"))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("no plan of lower: gone: no such object"));
    }

    @Test
    void a_gate_that_is_retried_computes_the_plan_anew_with_new_commands() {
        // Given
        var scene = open();
        scene.reject("go", ADA, "too much");
        // When
        var effects = scene.retry("go");
        // Then
        assertThat(commands(effects))
                .containsExactly("lower~preview~go/0/2", "lower~preview~go/1/2", "lower~preview~go/2/2");
    }

    @Test
    void a_step_that_was_skipped_or_is_not_wanted_is_in_no_plan() {
        // Given
        var scene = new Scene(runbook()
                .command("first")
                .gate("go", 1, "lower", "raise")
                .command("lower")
                .command("raise")
                .when("no")
                .done());
        scene.take(scene.created(Map.of()));
        scene.skip("lower", "not here");
        // When
        var effects = scene.done("first/0/1");
        // Then
        assertThat(stories(effects)).containsExactly("StepSucceeded", "StepStarted", "GateOpened");
    }

    @Test
    void several_steps_are_previewed_one_after_the_other_into_one_plan() {
        // Given
        var scene = Scene.of(
                runbook().gate("go", 1, "lower", "raise").command("lower").command("raise"));
        // When
        var first = scene.planned("lower~preview~go/0/1", "a");
        var second = scene.planned("raise~preview~go/0/1", "b");
        // Then
        assertThat(commands(first)).containsExactly("raise~preview~go/0/1");
        assertThat(stories(second)).containsExactly("PlanReady", "GateOpened");
    }

    @Test
    void a_preview_that_gets_lost_is_asked_for_again() {
        // Given
        var scene = Scene.of(runbook().gate("go", 1, "lower").command("lower"));
        // When
        scene.pass(Sketch.TIMEOUT.plus(Limits.STANDARD.callTimeoutMax()));
        // Then
        assertThat(scene.issued).containsKey(Scene.id("lower~preview~go/0/2"));
    }

    @Test
    void when_the_world_has_moved_on_the_gate_shows_the_new_plan() {
        // Given
        var scene = RareHistories.gateAsksAgain();
        // When
        var effects = scene.resume();
        // Then
        assertThat(commands(effects)).containsExactly("lower~preview~gate/0/2");
        for (var chunk = 0; chunk < 3; chunk++) {
            scene.planned("lower~preview~gate/" + chunk + "/2", "new-" + chunk);
        }
        scene.approve("gate", ADA);
        assertThat(commands(scene.approve("gate", BOB))).containsExactly("lower/0/2");
    }

    private static Sketch lowering() {
        return runbook().gate("go", 2, "lower").command("lower", "domains", 1, 4);
    }

    private static Scene open() {
        var scene = Scene.of(lowering());
        List.of(0, 1, 2).forEach(chunk -> scene.planned("lower~preview~go/" + chunk + "/1", "digest-" + chunk));
        return scene;
    }

    private static String hash(Scene scene) {
        return scene.step("go") instanceof StepState.GateOpen open ? open.plan().hash() : "";
    }
}
