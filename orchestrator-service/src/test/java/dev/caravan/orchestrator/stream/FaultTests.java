package dev.caravan.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.orchestrator.cel.CelConditions;
import dev.caravan.orchestrator.runbook.Condition;
import dev.caravan.orchestrator.runbook.Conditions;
import dev.caravan.orchestrator.runbook.Expression;
import dev.caravan.orchestrator.runbook.Scope;
import dev.caravan.schemas.LocalSchemaIds;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.WorkerService;
import dev.caravan.schemas.dns.CaptureZone;
import dev.caravan.schemas.dns.LowerTtl;
import dev.caravan.schemas.dns.RevertRecords;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTests {

    private static final String RUN = "run-1";
    private static final String DNS_EVENTS = WorkerService.DNS.eventsTopic();
    private static final byte[] GARBAGE = {1, 2, 3};

    private Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    static Stream<String> topics() {
        return TopicCatalogue.readByOrchestrator().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void garbage_goes_to_the_dead_letters_word_for_word(String topic) {
        // Given
        var headers = new RecordHeaders().add("ce_id", "x".getBytes(UTF_8));
        // When
        rig.pipe(topic, "nobody/s/mailbox/1".getBytes(UTF_8), GARBAGE, headers);
        // Then
        assertThat(rig.deadLetters(topic)).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("nobody/s/mailbox/1");
            assertThat(letter.value()).isEqualTo(GARBAGE);
            assertThat(letter.header("ce_id")).isEqualTo("x");
            assertThat(letter.header("dlt-topic")).isEqualTo(topic);
            assertThat(letter.header("dlt-offset")).isEqualTo("0");
            assertThat(letter.header("dlt-code")).isEqualTo("unreadable");
            assertThat(letter.header("dlt-cause")).contains("Confluent");
        });
    }

    @ParameterizedTest
    @MethodSource("topics")
    void records_without_a_key_or_of_an_unknown_schema_go_to_the_dead_letters(String topic) {
        // Given
        var unknown = ByteBuffer.allocate(9).put((byte) 0).putInt(9999).array();
        // When
        rig.pipe(topic, null, GARBAGE);
        rig.pipe(topic, "nobody/s/mailbox/1".getBytes(UTF_8), unknown);
        // Then
        assertThat(rig.deadLetters(topic)).hasSize(2);
    }

    @Test
    void dead_letters_are_counted_by_the_topic_that_they_came_from() {
        // Given
        rig.ask(RUN, People.create(RUN, RunTopologyTests.LOWER, "a.example"));
        // When
        rig.pipe(DNS_EVENTS, RUN.getBytes(UTF_8), GARBAGE);
        rig.pipe(DNS_EVENTS, RUN.getBytes(UTF_8), GARBAGE);
        // Then
        assertThat(topics())
                .allSatisfy(topic -> assertThat(counted(topic)).isEqualTo(topic.equals(DNS_EVENTS) ? 2 : 0));
    }

    @Test
    void an_answer_that_cannot_be_read_parks_its_run_and_leaves_others_alone() {
        // Given
        rig.ask(RUN, People.create(RUN, RunTopologyTests.LOWER, "a.example"));
        rig.ask("run-2", People.create("run-2", RunTopologyTests.LOWER, "b.example"));
        var other = rig.commands(LowerTtl.class).getLast().getContext();
        // When
        rig.pipe(DNS_EVENTS, RUN.getBytes(UTF_8), GARBAGE);
        rig.tell("run-2", People.lowered(other));
        // Then
        assertThat(rig.story()).contains("RunParked");
        var views = rig.views();
        assertThat(views.run(RUN).getState()).isEqualTo("parked");
        assertThat(views.run("run-2").getState()).isEqualTo("running");
        assertThat(rig.commands(CaptureZone.class)).hasSize(1);
        assertThat(rig.deadLetters(DNS_EVENTS)).hasSize(1);
    }

    @Test
    void a_request_that_cannot_be_read_parks_nothing() {
        // Given
        rig.ask(RUN, People.create(RUN, RunTopologyTests.LOWER, "a.example"));
        rig.story();
        // When
        rig.pipe(TopicCatalogue.RUN_INPUTS, RUN.getBytes(UTF_8), GARBAGE);
        // Then
        assertThat(rig.story()).isEmpty();
        assertThat(rig.deadLetters(TopicCatalogue.RUN_INPUTS)).hasSize(1);
    }

    @Test
    void a_record_under_the_key_of_another_run_or_of_no_run_is_refused() {
        // Given
        rig.ask(RUN, People.create(RUN, RunTopologyTests.LOWER, "a.example"));
        var command = rig.commands(LowerTtl.class).getFirst().getContext();
        // When
        rig.tell("run-2", People.lowered(command));
        rig.ask("run-3", People.backOut("run-3"));
        // Then
        assertThat(rig.deadLetters(DNS_EVENTS).getFirst().header("dlt-cause"))
                .contains("run-2")
                .contains(RUN);
        assertThat(rig.deadLetters(TopicCatalogue.RUN_INPUTS).getFirst().header("dlt-cause"))
                .contains("no run is called run-3");
    }

    @Test
    void a_runbook_that_is_none_starts_no_run() {
        // Given
        // When
        rig.ask(RUN, People.create(RUN, "runbook: [", "a.example"));
        // Then
        assertThat(rig.story()).isEmpty();
        assertThat(rig.deadLetters(TopicCatalogue.RUN_INPUTS)).hasSize(1);
    }

    @Test
    void a_bug_in_the_core_parks_the_run_and_writes_nothing_of_what_it_did() {
        // Given
        rig.close();
        rig = new Rig(new LocalSchemaIds(), new Conditions() {
            private final Conditions cel = new CelConditions();

            @Override
            public boolean holds(Condition condition, Scope scope) {
                if (scope.facts().isEmpty()) {
                    return cel.holds(condition, scope);
                }
                throw new IllegalStateException("a bug");
            }

            @Override
            public long number(Expression expression, Scope scope) {
                return cel.number(expression, scope);
            }
        });
        rig.ask(RUN, People.create(RUN, RunTopologyTests.LOWER + """
                      - step: again
                        title: Capture once more
                        command: dns.CaptureZone
                        over: domains
                        when: facts["capture"].recordSets > 5
                """, "a.example"));
        rig.tell(RUN, People.lowered(rig.commands(LowerTtl.class).getFirst().getContext()));
        rig.story();
        // When
        rig.tell(RUN, People.captured(rig.commands(CaptureZone.class).getFirst().getContext()));
        // Then
        assertThat(rig.story()).containsExactly("RunParked");
        assertThat(rig.views().run(RUN).getDetail()).contains("a bug");
        assertThat(rig.deadLetters(DNS_EVENTS).getFirst().header("dlt-code")).isEqualTo("broken");
        assertThat(rig.board.inFlight()).isZero();
    }

    @Test
    void while_the_registry_is_away_nothing_is_taken_for_garbage() {
        // Given
        var bytes = ByteBuffer.allocate(9).put((byte) 0).putInt(7).array();
        rig.close();
        rig = new Rig(new AbsentRegistry(), new CelConditions());
        // When
        // Then
        assertThatThrownBy(() -> rig.pipe(DNS_EVENTS, RUN.getBytes(UTF_8), bytes))
                .hasRootCauseMessage("no answer");
        assertThat(rig.deadLetters(DNS_EVENTS)).isEmpty();
    }

    @Test
    void what_was_undone_by_nobody_is_carried_in_chunks_that_fit_a_command() {
        // Given
        rig.ask(RUN, People.create(RUN, RunTopologyTests.LOWER, "a.example"));
        var command = rig.commands(LowerTtl.class).getFirst().getContext();
        var names =
                IntStream.range(0, 130).mapToObj("n%03d.example."::formatted).toList();
        names.forEach(name -> rig.tell(RUN, People.planned(command, People.ttl(name, 3600, 60))));
        rig.tell(RUN, People.lowered(command));
        rig.tell(RUN, People.captured(rig.commands(CaptureZone.class).getFirst().getContext()));
        // When
        rig.ask(RUN, People.backOut(RUN));
        // Then
        assertThat(rig.commands(RevertRecords.class))
                .extracting(undo -> undo.getChanges().size())
                .containsExactly(50, 50, 30);
    }

    @Test
    void many_timers_that_are_due_at_once_are_fired_in_slices() {
        // Given
        var runs = IntStream.range(0, 1_000).mapToObj("run-%d"::formatted).toList();
        runs.forEach(run -> rig.ask(run, People.create(run, RunTopologyTests.LOWER, "a.example")));
        rig.commands(LowerTtl.class)
                .forEach(command ->
                        rig.tell(command.getContext().getRunId(), People.failed(command.getContext(), true)));
        // When
        rig.pass(Duration.ofHours(1));
        var first = rig.commands().size();
        IntStream.range(0, 9).forEach(_ -> rig.look());
        // Then
        assertThat(first).isEqualTo(Rig.TIMERS_PER_SLICE_MAX);
        assertThat(rig.commands()).hasSize(runs.size() - first);
    }

    private double counted(String topic) {
        return rig.meters
                .get("caravan.dead.letters")
                .tag("topic", topic)
                .counter()
                .count();
    }
}
