package dev.caravan.orchestrator.run;

import static dev.caravan.orchestrator.run.Scene.ADA;
import static dev.caravan.orchestrator.run.Scene.BOB;
import static dev.caravan.orchestrator.run.Scene.LEAD;
import static dev.caravan.orchestrator.run.Scene.commands;
import static dev.caravan.orchestrator.run.Scene.refusal;
import static dev.caravan.orchestrator.run.Scene.stories;
import static dev.caravan.orchestrator.run.Sketch.runbook;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.runbook.Assignee;
import dev.caravan.orchestrator.runbook.DecisionName;
import dev.caravan.orchestrator.runbook.DecisionSpec;
import dev.caravan.orchestrator.runbook.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleTests {

    private static final DecisionName TRANSFER = DecisionName.parse("transfer");

    @Test
    void a_task_tells_exactly_what_to_do() {
        // Given
        var sketch =
                runbook().decision("transfer", "false").task("tell", "Move ${domains} by ${t0}: ${decision.transfer}");
        // When
        var scene = Scene.of(sketch);
        // Then
        var instructions =
                "Move a.example, b.example, c.example by Friday 4 December 2026, 20:00 (Europe/Berlin): false";
        assertThat(scene.told)
                .contains(new RunEvent.TaskOpened(StepId.parse("tell"), Assignee.ENGINEER, instructions, ""));
        assertThat(scene.process.task(scene.run, StepId.parse("tell")))
                .hasValueSatisfying(task -> assertThat(task.text()).isEqualTo(instructions));
    }

    @Test
    void a_task_is_over_when_it_is_answered() {
        // Given
        var scene = Scene.of(runbook().task("tell", "Tell them").command("next"));
        // When
        var effects = scene.answer("tell", "");
        // Then
        assertThat(stories(effects)).containsExactly("TaskAnswered", "StepSucceeded", "StepStarted");
    }

    @Test
    void a_task_that_asks_for_evidence_is_not_over_without_it() {
        // Given
        var scene = Scene.of(runbook().taskWithEvidence("tell"));
        // When
        var effects = scene.answer("tell", "  ");
        // Then
        assertThat(refusal(effects)).isEqualTo("no-evidence");
        assertThat(refusal(scene.answer("tell", "T-4711"))).isEmpty();
        assertThat(scene.run.state()).isEqualTo(new RunState.Completed());
    }

    @Test
    void a_task_tells_every_act_with_exact_values_for_each_domain() {
        // When
        var scene = Scene.of(runbook().taskThatPublishes("publish"));
        // Then
        var acts = scene.process.task(scene.run, StepId.parse("publish")).orElseThrow();
        assertThat(acts.text()).isEqualTo("""
                Publish

                1. Publish `_caravan.a.example. TXT` with the value `"here"` (TTL 300 s if there is no such record yet). Other values of it stay.
                2. Publish `_caravan.b.example. TXT` with the value `"here"` (TTL 300 s if there is no such record yet). Other values of it stay.
                3. Publish `_caravan.c.example. TXT` with the value `"here"` (TTL 300 s if there is no such record yet). Other values of it stay.""");
        assertThat(scene.told)
                .contains(new RunEvent.TaskOpened(StepId.parse("publish"), Assignee.CUSTOMER_IT, acts.text(), ""));
    }

    @Test
    void what_a_person_says_to_have_changed_is_counted_and_what_the_task_did_not_ask_for_is_refused() {
        // Given
        var scene = Scene.of(runbook().taskThatPublishes("publish").task("next", "Next"));
        var asked = new RunInput.Touched("rrset", "_caravan.a.example. TXT", "values");
        // When
        var refused =
                scene.answer("publish", "", List.of(asked, new RunInput.Touched("rrset", "a.example. MX", "values")));
        var taken = scene.answer("publish", "", List.of(asked));
        // Then
        assertThat(refusal(refused)).isEqualTo("not-asked");
        assertThat(refusal(taken)).isEmpty();
        assertThat(scene.step("publish").tally().changes()).isEqualTo(1);
    }

    @Test
    void who_says_nothing_of_changes_has_done_what_the_acts_say() {
        // Given
        var scene = Scene.of(runbook().taskThatPublishes("publish"));
        // When
        scene.answer("publish", "");
        // Then
        assertThat(scene.step("publish").tally().changes()).isEqualTo(3);
    }

    @Test
    void a_task_can_be_answered_once() {
        // Given
        var scene = Scene.of(runbook().task("tell", "Tell them").task("more", "More"));
        scene.answer("tell", "");
        // When
        var effects = scene.answer("tell", "");
        // Then
        assertThat(refusal(effects)).isEqualTo("not-open");
    }

    @Test
    void one_person_even_the_requester_passes_a_gate_that_asks_for_one() {
        // Given
        var scene = Scene.of(runbook().gate("go", 1).command("next"));
        // When
        var effects = scene.approve("go", LEAD);
        // Then
        assertThat(stories(effects)).containsExactly("GateApproved", "StepSucceeded", "StepStarted");
    }

    @Test
    void two_different_people_pass_a_four_eyes_gate() {
        // Given
        var scene = Scene.of(runbook().gate("go", 2).command("next"));
        // When
        var first = scene.approve("go", ADA);
        var second = scene.approve("go", BOB);
        // Then
        assertThat(Scene.events(first))
                .containsExactly(new RunEvent.GateApproved(StepId.parse("go"), ADA, 1, Map.of()));
        assertThat(commands(second)).containsExactly("next/0/1");
    }

    @Test
    void the_requester_is_no_pair_of_eyes_however_the_name_is_written() {
        // Given
        var scene = Scene.of(runbook().gate("go", 2));
        // When
        var effects = scene.approve("go", Person.parse(" lena  LEAD "));
        // Then
        assertThat(refusal(effects)).isEqualTo("requester");
    }

    @Test
    void one_person_is_no_two_pairs_of_eyes_however_the_name_is_written() {
        // Given
        var scene = Scene.of(runbook().gate("go", 2));
        scene.approve("go", ADA);
        // When
        var effects = scene.approve("go", Person.parse("aDA "));
        // Then
        assertThat(refusal(effects)).isEqualTo("same-person");
    }

    @Test
    void a_rejected_gate_fails_and_asks_again_when_it_is_retried() {
        // Given
        var scene = Scene.of(runbook().gate("go", 2).command("next"));
        scene.approve("go", ADA);
        scene.reject("go", BOB, "not in the holidays");
        // When
        var effects = scene.retry("go");
        // Then
        assertThat(stories(effects)).containsExactly("StepStarted", "GateOpened");
        assertThat(refusal(scene.approve("go", ADA))).isEmpty();
        assertThat(commands(scene.approve("go", BOB))).containsExactly("next/0/1");
    }

    @Test
    void a_rejection_needs_a_reason() {
        // Given
        var scene = Scene.of(runbook().gate("go", 1));
        // When
        var effects = scene.reject("go", BOB, "");
        // Then
        assertThat(refusal(effects)).isEqualTo("no-reason");
    }

    @Test
    void a_gate_is_never_skipped() {
        // Given
        var scene = Scene.of(runbook().gate("go", 2));
        // When
        var effects = scene.skip("go", "nobody is there");
        // Then
        assertThat(refusal(effects)).isEqualTo("gate");
    }

    @Test
    void a_decision_made_at_a_gate_holds_when_the_gate_is_passed() {
        // Given
        var scene = Scene.of(deciding());
        // When
        var first = scene.approve("go", ADA, "", Map.of(TRANSFER, "true"));
        var second = scene.approve("go", BOB, "", Map.of());
        // Then
        assertThat(commands(first)).isEmpty();
        assertThat(scene.run.decisions()).containsOnly(Map.entry(TRANSFER, "true"));
        assertThat(commands(second)).containsExactly("transfer/0/1");
    }

    @Test
    void a_gate_that_decides_is_not_passed_without_its_decision() {
        // Given
        var scene = Scene.of(deciding());
        // When
        var effects = scene.approve("go", ADA, "", Map.of());
        // Then
        assertThat(refusal(effects)).isEqualTo("no-decision");
    }

    @Test
    void two_people_who_decide_differently_do_not_pass_a_gate() {
        // Given
        var scene = Scene.of(deciding());
        scene.approve("go", ADA, "", Map.of(TRANSFER, "true"));
        // When
        var effects = scene.approve("go", BOB, "", Map.of(TRANSFER, "false"));
        // Then
        assertThat(refusal(effects)).isEqualTo("bad-decision");
    }

    @Test
    void a_decision_that_is_none_of_the_answers_is_refused() {
        // Given
        var scene = Scene.of(deciding());
        // When
        var effects = scene.approve("go", ADA, "", Map.of(TRANSFER, "perhaps"));
        // Then
        assertThat(refusal(effects)).isEqualTo("bad-decision");
    }

    @Test
    void answers_of_the_creator_come_before_defaults() {
        // When
        var scene = Scene.of(runbook().decision("transfer", "false").command("one"), Map.of("transfer", "true"));
        // Then
        assertThat(scene.run.decisions()).containsOnly(Map.entry(TRANSFER, "true"));
    }

    @Test
    void a_gate_confirms_t0() {
        // Given
        var scene = Scene.of(runbook().gateThatConfirmsT0("when", 1));
        // When
        var effects = scene.approve("when", ADA);
        // Then
        assertThat(scene.run.cutover()).isEqualTo(new Cutover(Scene.T0, true));
        assertThat(Scene.events(effects)).contains(new RunEvent.T0Moved(Scene.T0, "confirmed at gate when", ADA, true));
    }

    @Test
    void who_has_approved_one_t0_has_not_approved_another() {
        // Given
        var scene = Scene.of(runbook().gateThatConfirmsT0("when", 2));
        scene.approve("when", ADA);
        // When
        var effects = scene.moveT0(Scene.T0.plus(Duration.ofDays(7)));
        // Then
        assertThat(stories(effects)).containsExactly("T0Moved", "GateOpened");
        scene.approve("when", BOB);
        assertThat(scene.step("when")).isInstanceOf(StepState.GateOpen.class);
        scene.approve("when", ADA);
        assertThat(scene.run.cutover().isConfirmed()).isTrue();
    }

    @Test
    void moving_t0_needs_a_reason() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        var effects = scene.take(new RunInput.T0Moved(scene.cause(), scene.input(), ADA, Scene.START, " "));
        // Then
        assertThat(refusal(effects)).isEqualTo("no-reason");
    }

    @Test
    void a_request_for_a_step_that_is_not_in_the_runbook_is_refused() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        // When
        var effects = scene.retry("two");
        // Then
        assertThat(refusal(effects)).isEqualTo("unknown-step");
    }

    @Test
    void a_repeated_request_changes_nothing() {
        // Given
        var scene = Scene.of(runbook().gate("go", 2));
        var approval = new RunInput.GateApproved(scene.cause(), scene.input(), ADA, StepId.parse("go"), "", Map.of());
        scene.take(approval);
        var before = scene.run;
        // When
        var effects = scene.take(approval);
        // Then
        assertThat(effects).isEmpty();
        assertThat(scene.run).isSameAs(before);
    }

    @Test
    void a_repeated_refused_request_is_not_refused_twice() {
        // Given
        var scene = Scene.of(runbook().gate("go", 2));
        var approval = new RunInput.GateApproved(scene.cause(), scene.input(), LEAD, StepId.parse("go"), "", Map.of());
        scene.take(approval);
        // When
        var effects = scene.take(approval);
        // Then
        assertThat(effects).isEmpty();
    }

    @Test
    void a_run_remembers_the_last_requests_with_their_answers() {
        // Given
        var scene = Scene.of(runbook().gate("go", 2));
        // When
        for (var count = 0; count < 40; count++) {
            scene.approve("go", LEAD);
        }
        // Then
        assertThat(scene.run.inputs()).hasSize(32);
        assertThat(scene.run.inputs().getFirst()).asString().endsWith("two other people must approve");
    }

    @Test
    void a_run_is_created_once() {
        // Given
        var scene = Scene.of(runbook().command("one"));
        var before = scene.run;
        // When
        var effects = scene.take(scene.created(Map.of()));
        // Then
        assertThat(effects).isEqualTo(List.of());
        assertThat(scene.run).isSameAs(before);
    }

    private static Sketch deciding() {
        return runbook()
                .decision("transfer", DecisionSpec.Type.BOOLEAN)
                .gateThatDecides("go", 2, "", "transfer")
                .command("transfer")
                .when("decided transfer");
    }
}
