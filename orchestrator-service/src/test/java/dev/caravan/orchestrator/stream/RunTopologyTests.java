package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.schemas.ChangeDigest;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.common.Change;
import dev.caravan.schemas.common.CommandContext;
import dev.caravan.schemas.common.Conflict;
import dev.caravan.schemas.dns.CaptureZone;
import dev.caravan.schemas.dns.LowerTtl;
import dev.caravan.schemas.dns.RevertRecords;
import dev.caravan.schemas.run.ChangeState;
import dev.caravan.schemas.run.ObjectChanged;
import dev.caravan.schemas.run.TaskOpened;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTopologyTests {

    private static final String RUN = "run-1";

    static final String LOWER = """
            runbook: test
            title: Lower the TTL
            phases:
              - phase: change
                title: Change
                steps:
                  - step: lower-ttl
                    title: Lower the TTL
                    command: dns.LowerTtl
                    over: domains
                    with: {ttlSeconds: 60}
                    backOut: {undo: dns.RevertRecords}
                  - step: capture
                    title: Capture
                    command: dns.CaptureZone
                    over: domains
            """;

    private static final String GATED = """
            runbook: test
            title: Lower the TTL
            phases:
              - phase: change
                title: Change
                steps:
                  - step: approve
                    title: Approve
                    gate: Lower the TTL of ${domains}?
                    approvals: 2
                    preview: [lower-ttl]
                  - step: lower-ttl
                    title: Lower the TTL
                    command: dns.LowerTtl
                    over: domains
                    chunk: 1
                    backOut: {undo: dns.RevertRecords}
            """;

    private static final String BY_HAND = """
            runbook: test
            title: Publish a record
            phases:
              - phase: change
                title: Change
                steps:
                  - step: publish
                    title: Publish
                    task: Publish this.
                    assignee: customer-it
                    evidence: What the servers answer
                    acts:
                      - publish: {record: "_caravan.${domain} TXT", values: ['"move"'], ttl: 5m}
                    backOut: {task: Take it away., evidence: What the servers answer}
            """;

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void a_new_run_issues_its_first_command_with_all_that_a_worker_needs() {
        // Given
        // When
        rig.ask(RUN, People.create(RUN, LOWER, "a.example", "b.example"));
        // Then
        var command = rig.commands(LowerTtl.class).getFirst();
        assertThat(command.getZones()).containsExactly("a.example", "b.example");
        assertThat(command.getTtlSeconds()).isEqualTo(60);
        var context = command.getContext();
        assertThat(context.getCommandId()).isEqualTo("run-1/lower-ttl/0/1");
        assertThat(context.getAccount()).isEqualTo("dns:fabrikam");
        assertThat(context.getConnectionId()).isEqualTo("fabrikam-dns");
        assertThat(context.getNotAfter()).isAfter(People.START);
        assertThat(context.getApprovedChanges()).isNull();
        assertThat(rig.story()).containsExactly("RunCreated", "StepStarted");
    }

    @Test
    void commands_are_keyed_by_account_and_carry_their_context_in_headers() {
        // Given
        var traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var create = People.create(RUN, LOWER, "a.example");
        // When
        rig.pipe(
                TopicCatalogue.RUN_INPUTS,
                RUN.getBytes(UTF_8),
                rig.avro.encode(TopicCatalogue.RUN_INPUTS, create),
                new RecordHeaders().add("traceparent", traceparent.getBytes(UTF_8)));
        // Then
        var command = rig.written(WorkerService.DNS.commandsTopic()).getFirst();
        assertThat(command.key()).isEqualTo("dns:fabrikam");
        assertThat(command.header("ce_id")).isEqualTo("run-1/lower-ttl/0/1");
        assertThat(command.header("ce_type")).isEqualTo("dev.caravan.schemas.dns.LowerTtl");
        assertThat(command.header("ce_source")).isEqualTo("/caravan/orchestrator-service");
        assertThat(command.header("correlationid")).isEqualTo(RUN);
        assertThat(command.header("causationid")).isEqualTo(create.getContext().getInputId());
        assertThat(command.header("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
        assertThat(command.header("traceparent"))
                .doesNotContain("b7ad6b7169203331")
                .endsWith("-01");
    }

    @Test
    void a_plan_becomes_lines_of_the_ledger_and_its_outcome_applies_them() {
        // Given
        rig.ask(RUN, People.create(RUN, LOWER, "a.example"));
        var command = rig.commands(LowerTtl.class).getFirst().getContext();
        // When
        rig.tell(RUN, People.planned(command, People.ttl("a.example.", 3600, 60)));
        rig.tell(RUN, People.lowered(command));
        // Then
        var told = rig.written(TopicCatalogue.RUN_CHANGES, ObjectChanged.class);
        assertThat(told).extracting(ObjectChanged::getState).containsExactly(ChangeState.PLANNED, ChangeState.APPLIED);
        assertThat(told).extracting(line -> line.getContext().getSequence()).containsExactly(1L, 2L);
        assertThat(rig.commands(CaptureZone.class)).hasSize(1);
        assertThat(rig.story()).containsExactly("RunCreated", "StepStarted", "StepSucceeded", "StepStarted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void commands_are_urgent_while_mail_is_at_risk_forward_and_back(boolean isAtRisk) {
        // Given
        var runbook = LOWER.replace("title: Change", "title: Change\n    mailAtRisk: " + isAtRisk);
        rig.ask(RUN, People.create(RUN, runbook, "a.example"));
        var forward = rig.commands(LowerTtl.class).getFirst().getContext();
        rig.tell(RUN, People.planned(forward, People.ttl("a.example.", 3600, 60)));
        rig.tell(RUN, People.lowered(forward));
        rig.tell(RUN, People.captured(rig.commands(CaptureZone.class).getFirst().getContext()));
        // When
        rig.ask(RUN, People.backOut(RUN));
        // Then
        assertThat(forward.getUrgent()).isEqualTo(isAtRisk);
        assertThat(rig.commands(RevertRecords.class).getFirst().getContext().getUrgent())
                .isEqualTo(isAtRisk);
    }

    @Test
    void every_event_has_the_next_number_of_its_run() {
        // Given
        rig.ask(RUN, People.create(RUN, LOWER, "a.example"));
        // When
        rig.tell(RUN, People.lowered(rig.commands(LowerTtl.class).getFirst().getContext()));
        rig.tell(RUN, People.captured(rig.commands(CaptureZone.class).getFirst().getContext()));
        // Then
        var ids = rig.written(TopicCatalogue.RUN_EVENTS).stream()
                .map(event -> event.header("ce_id"))
                .toList();
        assertThat(ids)
                .containsExactly(
                        "run-1/event/1",
                        "run-1/event/2",
                        "run-1/event/3",
                        "run-1/event/4",
                        "run-1/event/5",
                        "run-1/event/6");
    }

    @Test
    void all_views_are_written_first_and_later_only_those_that_changed() {
        // Given
        rig.ask(RUN, People.create(RUN, LOWER, "a.example"));
        var first = rig.views();
        // When
        rig.tell(RUN, People.lowered(rig.commands(LowerTtl.class).getFirst().getContext()));
        // Then
        assertThat(first.byKey()).containsOnlyKeys("run-1", "run-1/step/lower-ttl", "run-1/step/capture");
        var then = rig.views();
        assertThat(then.byKey()).containsOnlyKeys("run-1", "run-1/step/lower-ttl", "run-1/step/capture");
        assertThat(then.step("run-1/step/lower-ttl").getState()).isEqualTo("succeeded");
        assertThat(then.run("run-1").getStepsEnded()).isEqualTo(1);
        rig.tell(RUN, People.lowered(contextOf("run-1/lower-ttl/0/1")));
        assertThat(rig.views().byKey()).isEmpty();
    }

    @Test
    void people_approve_exactly_the_changes_that_they_were_shown() {
        // Given
        rig.ask(RUN, People.create(RUN, GATED, "a.example", "b.example"));
        var previews = rig.commands(LowerTtl.class);
        var change = People.ttl("a.example.", 3600, 300);
        rig.tell(RUN, People.planned(previews.get(0).getContext(), change));
        rig.tell(RUN, People.planned(previews.get(1).getContext()));
        var views = rig.views();
        var gate = views.step("run-1/step/approve");
        // When
        rig.ask(RUN, People.approve(RUN, "Ada", "approve", gate.getPlanHash()));
        rig.ask(RUN, People.approve(RUN, "Grace", "approve", gate.getPlanHash()));
        // Then
        assertThat(gate.getQuestion()).isEqualTo("Lower the TTL of a.example, b.example?");
        assertThat(views.plan("run-1/plan/approve/1").getChange()).isEqualTo(change);
        var commands = rig.commands(LowerTtl.class);
        assertThat(commands)
                .extracting(command -> command.getContext().getDryRun())
                .containsExactly(false, false);
        var digest = ChangeDigest.of(
                change.getKind(), change.getId(), change.getProperty(), change.getBefore(), change.getAfter());
        assertThat(commands.get(0).getContext().getApprovedChanges()).containsExactly(digest);
        assertThat(commands.get(1).getContext().getApprovedChanges()).isEmpty();
        assertThat(rig.views().step("run-1/step/approve").getApprovedBy()).containsExactly("Ada", "Grace");
    }

    @Test
    void a_dry_run_leaves_no_line_in_the_ledger() {
        // Given
        rig.ask(RUN, People.create(RUN, GATED, "a.example"));
        var preview = rig.commands(LowerTtl.class).getFirst().getContext();
        // When
        rig.tell(RUN, People.planned(preview, People.ttl("a.example.", 3600, 300)));
        // Then
        assertThat(preview.getDryRun()).isTrue();
        assertThat(rig.written(TopicCatalogue.RUN_CHANGES)).isEmpty();
    }

    @Test
    void a_back_out_carries_what_the_ledger_holds_and_notes_what_became_of_it() {
        // Given
        rig.ask(RUN, People.create(RUN, LOWER, "a.example"));
        var command = rig.commands(LowerTtl.class).getFirst().getContext();
        var mine = People.ttl("a.example.", 3600, 60);
        var touched = People.ttl("b.example.", 7200, 60);
        rig.tell(RUN, People.planned(command, mine, touched));
        rig.tell(RUN, People.lowered(command));
        rig.tell(RUN, People.captured(rig.commands(CaptureZone.class).getFirst().getContext()));
        rig.written(TopicCatalogue.RUN_CHANGES);
        // When
        rig.ask(RUN, People.backOut(RUN));
        var undo = rig.commands(RevertRecords.class).getFirst();
        rig.tell(
                RUN,
                People.reverted(
                        undo.getContext(),
                        new Conflict("rrset", "b.example. MX", "ttl", List.of("5"), "somebody set it to 5")));
        // Then
        assertThat(undo.getContext().getCommandId()).isEqualTo("run-1/lower-ttl~undo/0/1");
        assertThat(undo.getChanges()).containsExactly(mine, touched);
        assertThat(rig.written(TopicCatalogue.RUN_CHANGES, ObjectChanged.class))
                .extracting(ObjectChanged::getState)
                .containsExactly(ChangeState.UNDONE, ChangeState.CONFLICT);
        var step = rig.views().step("run-1/step/lower-ttl");
        assertThat(step.getState()).isEqualTo("undone");
        assertThat(step.getConflicts()).containsExactly("somebody set it to 5");
    }

    @Test
    void a_task_shows_people_and_programs_exactly_what_to_do() {
        // When
        rig.ask(RUN, People.create(RUN, BY_HAND, "a.example"));
        // Then
        var step = rig.views().step("run-1/step/publish");
        assertThat(step.getActs()).singleElement().satisfies(act -> {
            assertThat(act.getAct()).isEqualTo("publish");
            assertThat(act.getId()).isEqualTo("_caravan.a.example. TXT");
            assertThat(act.getNewValues()).containsExactly("\"move\"");
            assertThat(act.getTtlSeconds()).isEqualTo(300);
        });
        assertThat(step.getAccount()).isEqualTo("dns:fabrikam");
        assertThat(step.getInstructions()).contains("1. Publish `_caravan.a.example. TXT` with the value `\"move\"`");
        assertThat(rig.written(TopicCatalogue.RUN_EVENTS, TaskOpened.class))
                .extracting(TaskOpened::getInstructions)
                .containsExactly(step.getInstructions());
    }

    @Test
    void what_a_person_says_to_have_changed_by_hand_is_in_the_ledger_with_its_account() {
        // Given
        rig.ask(RUN, People.create(RUN, BY_HAND, "a.example"));
        var foreign = new Change("rrset", "a.example. MX", "values", List.of(), List.of("10 x."), "");
        // When
        rig.ask(RUN, People.answer(RUN, "publish", foreign));
        var refused = rig.written(TopicCatalogue.RUN_CHANGES);
        rig.ask(RUN, People.answer(RUN, "publish", byHand("values", "\"move\""), byHand("ttl", "300")));
        // Then
        assertThat(refused).isEmpty();
        assertThat(rig.written(TopicCatalogue.RUN_CHANGES, ObjectChanged.class))
                .allSatisfy(line -> {
                    assertThat(line.getState()).isEqualTo(ChangeState.APPLIED);
                    assertThat(line.getAccount()).isEqualTo("dns:fabrikam");
                })
                .extracting(line -> line.getChange().getProperty())
                .containsExactly("values", "ttl");
        assertThat(rig.views().step("run-1/step/publish").getChanges()).isEqualTo(2);
    }

    @Test
    void who_says_nothing_of_changes_has_made_those_of_the_acts() {
        // Given
        rig.ask(RUN, People.create(RUN, BY_HAND, "a.example"));
        var answer = People.answer(RUN, "publish");
        // When
        rig.ask(RUN, answer);
        rig.ask(RUN, answer);
        // Then
        assertThat(rig.written(TopicCatalogue.RUN_CHANGES, ObjectChanged.class))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getChange().getBefore()).isEmpty();
                    assertThat(line.getChange().getAfter()).containsExactly("\"move\"");
                });
    }

    @Test
    void on_the_way_back_a_person_is_told_exactly_what_the_ledger_holds_of_the_task() {
        // Given
        rig.ask(RUN, People.create(RUN, BY_HAND, "a.example"));
        var replaced = new Change(
                "rrset",
                "_caravan.a.example. TXT",
                "values",
                List.of("\"old\"", "\"kept\""),
                List.of("\"kept\"", "\"move\""),
                "");
        var slowed = new Change("rrset", "_caravan.a.example. TXT", "ttl", List.of("3600"), List.of("300"), "");
        rig.ask(RUN, People.answer(RUN, "publish", replaced, slowed));
        // When
        rig.ask(RUN, People.backOut(RUN));
        var asked = rig.views().step("run-1/step/publish");
        var told = rig.written(TopicCatalogue.RUN_EVENTS, TaskOpened.class);
        rig.ask(RUN, People.answer(RUN, "publish"));
        // Then
        assertThat(asked.getState()).isEqualTo("undo-open");
        assertThat(asked.getEvidence()).isEqualTo("What the servers answer");
        assertThat(asked.getActs()).singleElement().satisfies(act -> {
            assertThat(act.getAct()).isEqualTo("replace");
            assertThat(act.getOldValues()).containsExactly("\"move\"");
            assertThat(act.getNewValues()).containsExactly("\"old\"");
            assertThat(act.getTtlSeconds()).isEqualTo(3600);
        });
        assertThat(told)
                .last()
                .satisfies(task -> assertThat(task.getInstructions())
                        .startsWith("Take it away.")
                        .contains("Replace in `_caravan.a.example. TXT` the value `\"move\"` by `\"old\"`"));
        assertThat(rig.written(TopicCatalogue.RUN_CHANGES, ObjectChanged.class))
                .extracting(ObjectChanged::getState)
                .endsWith(ChangeState.UNDONE, ChangeState.UNDONE);
        assertThat(rig.views().run(RUN).getState()).isEqualTo("backed-out");
    }

    private static Change byHand(String property, String after) {
        return new Change("rrset", "_caravan.a.example. TXT", property, List.of(), List.of(after), "");
    }

    @Test
    void a_request_or_answer_that_comes_twice_changes_nothing_twice() {
        // Given
        var create = People.create(RUN, LOWER, "a.example");
        rig.ask(RUN, create);
        var lowered = People.lowered(rig.commands(LowerTtl.class).getFirst().getContext());
        rig.tell(RUN, lowered);
        rig.commands();
        rig.story();
        // When
        rig.ask(RUN, create);
        rig.tell(RUN, lowered);
        // Then
        assertThat(rig.commands()).isEmpty();
        assertThat(rig.story()).isEmpty();
    }

    @Test
    void the_next_attempt_waits_until_its_time_has_come_and_not_a_moment_less() {
        // Given
        rig.ask(RUN, People.create(RUN, LOWER, "a.example"));
        rig.tell(RUN, People.failed(rig.commands(LowerTtl.class).getFirst().getContext(), true));
        var due = rig.board.nextDue().orElseThrow();
        var wait = Duration.between(People.START, due);
        // When
        rig.pass(wait.minusMillis(1));
        var early = rig.commands();
        rig.pass(Duration.ofMillis(1));
        // Then
        assertThat(early).isEmpty();
        assertThat(rig.commands(LowerTtl.class).getFirst().getContext().getAttempt())
                .isEqualTo(2);
    }

    @Test
    void whoever_keeps_the_clock_sees_commands_in_flight_and_the_next_timer() {
        // Given
        var nothing = rig.board.inFlight();
        // When
        rig.ask(RUN, People.create(RUN, LOWER, "a.example"));
        // Then
        assertThat(nothing).isZero();
        assertThat(rig.board.inFlight()).isEqualTo(1);
        assertThat(rig.board.nextDue()).isPresent();
        rig.tell(RUN, People.lowered(rig.commands(LowerTtl.class).getFirst().getContext()));
        rig.tell(RUN, People.captured(rig.commands(CaptureZone.class).getFirst().getContext()));
        assertThat(rig.board.inFlight()).isZero();
        assertThat(rig.board.nextDue()).isEmpty();
    }

    private static CommandContext contextOf(String commandId) {
        var parts = commandId.split("/", -1);
        return new CommandContext(
                commandId,
                parts[0],
                parts[1],
                0,
                1,
                "customer-1",
                "fabrikam-dns",
                "dns:fabrikam",
                People.START,
                People.START,
                false,
                null,
                null,
                false);
    }
}
