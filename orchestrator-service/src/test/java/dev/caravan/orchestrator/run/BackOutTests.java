package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.ADA;
import static dev.caravan.orchestrator.run.Scene.commands;
import static dev.caravan.orchestrator.run.Scene.refusal;
import static dev.caravan.orchestrator.run.Scene.stories;
import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.runbook.Assignee;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackOutTests {

    @Test
    void changes_are_taken_back_in_reverse_order_of_dependencies() {
        // Given
        var scene = changed();
        // When
        var start = scene.backOut();
        var then = scene.done("third~undo/0/1");
        var last = scene.done("second~undo/0/1");
        var end = scene.done("first~undo/0/1");
        // Then
        assertThat(commands(start)).containsExactly("third~undo/0/1");
        assertThat(commands(then)).containsExactly("second~undo/0/1");
        assertThat(commands(last)).containsExactly("first~undo/0/1");
        assertThat(stories(end)).containsExactly("StepUndone", "RunBackedOut");
    }

    @Test
    void what_does_not_hang_together_is_taken_back_at_once() {
        // Given
        var scene = Scene.of(
                runbook().command("one").undoable().command("two").undoable().needs());
        change(scene, "one");
        change(scene, "two");
        // When
        var effects = scene.backOut();
        // Then
        assertThat(commands(effects)).containsExactlyInAnyOrder("one~undo/0/1", "two~undo/0/1");
    }

    @Test
    void what_people_decide_to_keep_stays_and_the_rest_is_taken_back() {
        // Given
        var scene = Scene.of(runbook().command("one").undoable().command("two").undoableWhen("no"));
        change(scene, "one");
        change(scene, "two");
        // When
        var effects = scene.backOut();
        // Then
        assertThat(commands(effects)).containsExactly("one~undo/0/1");
        assertThat(stories(effects)).contains("StepKept");
        assertThat(scene.run.step(StepId.parse("two")))
                .isInstanceOfSatisfying(
                        StepState.UndoSkipped.class,
                        kept -> assertThat(kept.reason()).isEqualTo("kept, since `no` does not hold"));
    }

    @Test
    void a_condition_that_holds_or_has_no_answer_keeps_nothing() {
        // Given
        var scene = Scene.of(runbook()
                .command("one")
                .undoableWhen("yes")
                .command("two")
                .undoableWhen("nobody knows")
                .needs());
        change(scene, "one");
        change(scene, "two");
        // Then
        assertThat(commands(scene.backOut())).containsExactlyInAnyOrder("one~undo/0/1", "two~undo/0/1");
    }

    @Test
    void a_step_that_planned_nothing_is_not_undone() {
        // Given
        var scene = Scene.of(runbook().command("one").undoable());
        scene.done("one/0/1");
        // When
        var effects = scene.backOut();
        // Then
        assertThat(stories(effects)).containsExactly("BackOutStarted", "RunBackedOut");
    }

    @Test
    void a_back_out_reaches_through_steps_that_changed_nothing() {
        // Given
        var scene = Scene.of(runbook()
                .command("one")
                .undoable()
                .task("between", "Look")
                .command("two")
                .undoable());
        change(scene, "one");
        scene.answer("between", "");
        change(scene, "two");
        // When
        var effects = scene.backOut();
        // Then
        assertThat(commands(effects)).containsExactly("two~undo/0/1");
    }

    @Test
    void commands_under_way_are_awaited_before_anything_is_taken_back() {
        // Given
        var scene = Scene.of(
                runbook().command("one").undoable().command("two").undoable().needs());
        change(scene, "one");
        scene.planned("two/0/1", "x");
        scene.objects("changes of two", "x");
        // When
        var start = scene.backOut();
        // Then
        assertThat(commands(start)).isEmpty();
        assertThat(commands(scene.failed("two/0/1"))).containsExactlyInAnyOrder("one~undo/0/1", "two~undo/0/1");
    }

    @Test
    void a_command_that_never_answers_is_awaited_until_it_can_do_nothing_any_more() {
        // Given
        var scene = Scene.of(runbook().command("one").undoable());
        scene.planned("one/0/1", "x");
        scene.objects("changes of one", "x");
        scene.backOut();
        // When
        scene.pass(Sketch.TIMEOUT.plus(Limits.STANDARD.callTimeoutMax()));
        // Then
        assertThat(scene.issued).containsKey(Scene.id("one~undo/0/1"));
        assertThat(scene.issued).doesNotContainKey(Scene.id("one/0/2"));
    }

    @Test
    void no_further_chunk_is_issued_once_the_customer_says_stop() {
        // Given
        var scene = Scene.of(runbook().command("one", "domains", 1, 1).undoable());
        scene.planned("one/0/1", "x");
        scene.objects("changes of one", "x");
        scene.backOut();
        // When
        var effects = scene.done("one/0/1");
        // Then
        assertThat(commands(effects)).containsExactly("one~undo/0/1");
        assertThat(scene.step("one").tally().objects()).isEqualTo(1);
    }

    @Test
    void open_gates_tasks_waits_and_checks_are_taken_off_the_table() {
        // Given
        var scene = Scene.of(runbook()
                .gate("go", 1)
                .task("tell", "Tell")
                .needs()
                .waitFor("soak", Duration.ofDays(1))
                .needs()
                .check("prove", Duration.ofDays(1))
                .needs()
                .command("later")
                .needs()
                .at("T-1h"));
        // When
        scene.backOut();
        // Then
        assertThat(List.of("go", "tell", "soak", "prove"))
                .allSatisfy(step -> assertThat(scene.step(step)).isInstanceOf(StepState.Cancelled.class));
        assertThat(scene.step("later")).isEqualTo(StepState.Pending.FIRST);
        assertThat(scene.timers).isEmpty();
        assertThat(scene.run.state()).isEqualTo(new RunState.BackedOut());
    }

    @Test
    void what_cannot_be_taken_back_is_declared() {
        // Given
        var scene = Scene.of(runbook()
                .command("one")
                .irreversible("the registrar does not undo")
                .command("two"));
        scene.done("one/0/1");
        // When
        var effects = scene.backOut();
        // Then
        assertThat(Scene.events(effects))
                .contains(new RunEvent.BackOutStarted(
                        ADA, "the customer says stop", List.of("one: the registrar does not undo")));
    }

    @Test
    void a_back_out_needs_a_reason() {
        // Given
        var scene = changed();
        // When
        var effects = scene.take(new RunInput.BackOutRequested(scene.cause(), scene.input(), ADA, ""));
        // Then
        assertThat(refusal(effects)).isEqualTo("no-reason");
    }

    @Test
    void a_failed_undo_fails_the_back_out_and_a_person_retries_it() {
        // Given
        var scene = changed();
        scene.backOut();
        // When
        var effects = scene.failedForGood("third~undo/0/1");
        // Then
        assertThat(stories(effects)).containsExactly("AttemptFailed", "UndoFailed");
        assertThat(scene.run.state()).isEqualTo(new RunState.BackOutFailed());
        assertThat(commands(scene.retry("third"))).containsExactly("third~undo/0/2");
        assertThat(scene.run.state()).isEqualTo(new RunState.BackingOut());
    }

    @Test
    void a_person_may_go_on_without_an_undo() {
        // Given
        var scene = changed();
        scene.backOut();
        scene.failedForGood("third~undo/0/1");
        // When
        var effects = scene.skip("third", "the zone is gone anyway");
        // Then
        assertThat(stories(effects)).containsExactly("StepSkipped", "UndoStarted");
        assertThat(commands(effects)).containsExactly("second~undo/0/1");
    }

    @Test
    void independent_undos_finish_while_one_has_failed() {
        // Given
        var scene = Scene.of(
                runbook().command("one").undoable().command("two").undoable().needs());
        change(scene, "one");
        change(scene, "two");
        scene.backOut();
        // When
        scene.failedForGood("one~undo/0/1");
        // Then
        assertThat(scene.run.state()).isEqualTo(new RunState.BackingOut());
        scene.done("two~undo/0/1");
        assertThat(scene.run.state()).isEqualTo(new RunState.BackOutFailed());
    }

    @Test
    void a_back_out_can_be_paused_and_resumed() {
        // Given
        var scene = changed();
        scene.backOut();
        scene.pause();
        // When
        var paused = scene.done("third~undo/0/1");
        var resumed = scene.resume();
        // Then
        assertThat(commands(paused)).isEmpty();
        assertThat(commands(resumed)).containsExactly("second~undo/0/1");
    }

    @Test
    void a_completed_run_can_be_backed_out() {
        // Given
        var scene = Scene.of(runbook().command("one").undoable());
        change(scene, "one");
        // When
        scene.backOut();
        // Then
        assertThat(scene.run.state()).isEqualTo(new RunState.BackingOut());
        assertThat(scene.run.endedAt()).isEmpty();
        scene.done("one~undo/0/1");
        assertThat(scene.run.endedAt()).contains(scene.now);
    }

    @Test
    void a_failed_a_paused_and_a_parked_run_can_be_backed_out() {
        // Given
        var failed = Scene.of(runbook().command("one"));
        failed.failedForGood("one/0/1");
        var paused = Scene.of(runbook().task("one", "Do"));
        paused.pause();
        var parked = Scene.of(runbook().task("one", "Do"));
        parked.fault();
        // When
        List.of(failed, paused, parked).forEach(Scene::backOut);
        // Then
        assertThat(List.of(failed, paused, parked))
                .allSatisfy(scene -> assertThat(scene.run.state()).isEqualTo(new RunState.BackedOut()));
    }

    @Test
    void what_a_failed_and_skipped_step_has_changed_is_taken_back_too() {
        // Given
        var scene = Scene.of(runbook().command("one", "domains", 1, 1).undoable());
        scene.planned("one/0/1", "x");
        scene.done("one/0/1");
        scene.failedForGood("one/1/1");
        scene.skip("one", "enough");
        scene.objects("changes of one", "x");
        // When
        var effects = scene.backOut();
        // Then
        assertThat(commands(effects)).containsExactly("one~undo/0/1");
    }

    @Test
    void a_run_on_its_way_back_does_not_turn_around() {
        // Given
        var scene = changed();
        scene.backOut();
        // When
        var again = scene.backOut();
        var moved = scene.moveT0(Scene.T0);
        // Then
        assertThat(refusal(again)).isEqualTo("already-backing-out");
        assertThat(refusal(moved)).isEqualTo("already-backing-out");
    }

    @Test
    void a_run_that_is_backed_out_stays_so() {
        // Given
        var scene = Scene.of(runbook().task("one", "Do"));
        scene.backOut();
        // When
        var effects = scene.backOut();
        // Then
        assertThat(refusal(effects)).isEqualTo("ended");
    }

    @Test
    void conflicts_of_an_undo_are_told() {
        // Given
        var scene = changed();
        scene.backOut();
        var conflict = new Conflict("rrset", "mx", "ttl", List.of("60"), "somebody has set it to 60");
        // When
        scene.take(new RunInput.Done(scene.cause(), Scene.id("third~undo/0/1"), Map.of(), List.of(conflict)));
        // Then
        assertThat(scene.told)
                .contains(new RunEvent.StepUndone(StepId.parse("third"), List.of(), 0, List.of(conflict)));
    }

    @Test
    void a_plan_told_after_its_step_was_undone_is_undone_too() {
        // Given
        var scene = RareHistories.planToldAfterUndo();
        // When
        scene.done("first~undo/0/1");
        // Then
        assertThat(scene.issued).containsKey(Scene.id("second~undo/1/1"));
        assertThat(scene.run.state()).isEqualTo(new RunState.BackingOut());
        scene.done("second~undo/1/1");
        assertThat(scene.run.state()).isEqualTo(new RunState.BackedOut());
    }

    @Test
    void a_plan_told_while_its_step_is_being_undone_has_the_ledger_gone_through_once_more() {
        // Given
        var scene = changed();
        scene.backOut();
        scene.planned("third/0/1", "late");
        // When
        var effects = scene.done("third~undo/0/1");
        // Then
        assertThat(commands(effects)).containsExactly("third~undo/1/1");
    }

    @Test
    void a_half_done_step_that_turned_out_not_to_be_needed_is_taken_back() {
        // When
        var scene = RareHistories.notNeededAfterAll();
        // Then
        assertThat(scene.step("lower")).isInstanceOf(StepState.Undoing.class);
    }

    @Test
    void a_step_that_waits_to_be_done_anew_keeps_what_it_has_changed() {
        // When
        var scene = RareHistories.backedOutBeforeItBeganAnew();
        // Then
        assertThat(scene.told).last().isEqualTo(new RunEvent.RunBackedOut());
        assertThat(scene.told)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                RunEvent.BackOutStarted.class,
                                started -> assertThat(started.losses())
                                        .containsExactly("lower: nobody keeps the old values")));
    }

    @Test
    void what_a_task_has_changed_a_person_is_asked_to_take_back_after_all_that_needs_it() {
        // Given
        var scene = Scene.of(runbook()
                .taskThatPublishes("publish")
                .byHand("Take the records of ${domains} away")
                .command("first")
                .undoable());
        scene.answer("publish", "");
        change(scene, "first");
        // When
        var before = scene.backOut();
        var after = scene.done("first~undo/0/1");
        // Then
        assertThat(stories(before)).doesNotContain("TaskOpened");
        assertThat(stories(after)).containsExactly("StepUndone", "UndoStarted", "TaskOpened");
        assertThat(Scene.events(after))
                .contains(new RunEvent.TaskOpened(
                        StepId.parse("publish"),
                        Assignee.CUSTOMER_IT,
                        "Take the records of a.example, b.example, c.example away",
                        "What the servers answer"));
        assertThat(scene.run.state()).isEqualTo(new RunState.BackingOut());
    }

    @Test
    void a_task_is_taken_back_when_it_is_answered_with_evidence() {
        // Given
        var scene = askedToTakeBack();
        // When
        var unproven = scene.answer("publish", " ");
        var retold = scene.answer(
                "publish", "gone", List.of(new RunInput.Touched("rrset", "_caravan.a.example. TXT", "values")));
        var proven = scene.answer("publish", "gone");
        // Then
        assertThat(refusal(unproven)).isEqualTo("no-evidence");
        assertThat(refusal(retold)).isEqualTo("not-asked");
        assertThat(stories(proven)).containsExactly("TaskAnswered", "StepUndone", "RunBackedOut");
        assertThat(scene.told).contains(new RunEvent.StepUndone(StepId.parse("publish"), List.of(), 3, List.of()));
    }

    @Test
    void a_person_may_go_on_without_taking_a_task_back() {
        // Given
        var scene = askedToTakeBack();
        // When
        var effects = scene.skip("publish", "it does no harm");
        // Then
        assertThat(stories(effects)).containsExactly("StepSkipped", "RunBackedOut");
        assertThat(scene.step("publish")).isInstanceOf(StepState.UndoSkipped.class);
    }

    @Test
    void a_task_that_was_not_answered_is_not_taken_back() {
        // Given
        var scene = Scene.of(runbook().taskThatPublishes("publish").byHand("Take it away"));
        // When
        scene.backOut();
        // Then
        assertThat(scene.run.state()).isEqualTo(new RunState.BackedOut());
    }

    private static Scene askedToTakeBack() {
        var scene = Scene.of(runbook().taskThatPublishes("publish").byHand("Take it away"));
        scene.answer("publish", "");
        scene.backOut();
        return scene;
    }

    /// Three steps in a row, each with one change.
    private static Scene changed() {
        var scene = Scene.of(runbook()
                .command("first")
                .undoable()
                .command("second")
                .undoable()
                .command("third")
                .undoable()
                .task("look", "Look"));
        List.of("first", "second", "third").forEach(step -> change(scene, step));
        return scene;
    }

    private static void change(Scene scene, String step) {
        scene.planned(step + "/0/1", step + "-change");
        scene.objects("changes of " + step, step + "-change");
        scene.done(step + "/0/1");
    }
}
