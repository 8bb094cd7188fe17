package dev.caravan.launcher.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.runs.OpenDecision;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.runs.TaskAct;
import dev.caravan.launcher.runs.Views;
import dev.caravan.launcher.runs.Waiting;
import dev.caravan.launcher.simulation.Simulation;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandInTests {

    private static final Instant NOW = Instant.parse("2026-12-03T19:00:00Z");

    private final List<String> said = new ArrayList<>();
    private final List<RunView> running =
            List.of(Views.run("r1", "running", Views.step("approve-lowering", 0, "gate-open", "4")));
    private final FakeConsole console;
    private final FakeDnsHost host;
    private final StandIn standIn;

    StandInTests() throws IOException {
        console = new FakeConsole();
        host = new FakeDnsHost();
        var customers = Customers.of(new Simulation(new Web(host.address())));
        standIn = new StandIn(
                new Runs(new Web(console.address())), new Hands(customers, said::add), Set.of("r1"), said::add);
    }

    @BeforeEach
    void nothing_said_yet() {
        assertThat(standIn.given()).isEmpty();
    }

    @AfterEach
    void close() {
        console.close();
        host.close();
    }

    @Test
    void it_reads_the_plan_aloud_and_approves_its_hash() throws IOException {
        // Given
        var gate = gate(List.of(), List.of());

        // When
        var busy = standIn.act(List.of(gate), running, NOW);

        // Then
        assertThat(busy).isTrue();
        assertThat(console.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/api/runs/r1/steps/approve-lowering/approve");
            assertThat(asked.body().path("planHash").asString()).isEqualTo("abc123");
        });
        assertThat(said).anyMatch(line -> line.contains("MX: TTL 14400 s becomes 300 s"));
        assertThat(standIn.given()).singleElement().satisfies(given -> {
            assertThat(given.kind()).isEqualTo("approve");
            assertThat(given.planHash()).isEqualTo("abc123");
            assertThat(given.at()).isEqualTo(NOW);
        });
    }

    @Test
    void the_second_approver_is_neither_the_first_nor_the_requester() throws IOException {
        // Given
        standIn.act(List.of(gate(List.of(), List.of())), running, NOW);
        var first = console.asked().getFirst().by();

        // When
        standIn.act(List.of(gate(List.of(first), List.of())), running, NOW);

        // Then
        var second = console.asked().getLast().by();
        assertThat(Set.of(first, second)).hasSize(2).doesNotContain("Mara Lindqvist");
    }

    @Test
    void a_gate_that_asks_for_decisions_gets_their_defaults() throws IOException {
        // Given
        var decides = List.of(
                new OpenDecision("transfer", "Move the registration?", "boolean", List.of(), "true"),
                new OpenDecision("wave", "Which wave?", "choice", List.of("first", "second"), null));

        // When
        standIn.act(List.of(gate(List.of(), decides)), running, NOW);

        // Then
        var decisions = console.asked().getFirst().body().path("decisions");
        assertThat(decisions.path("transfer").asString()).isEqualTo("true");
        assertThat(decisions.path("wave").asString()).isEqualTo("first");
    }

    @Test
    void what_cannot_be_taken_back_is_read_aloud_before_the_first_approval_and_once() throws IOException {
        // Given
        standIn.act(List.of(gate(List.of(), List.of())), running, NOW);

        // When
        standIn.act(List.of(gate(List.of("Ida Vogel"), List.of())), running, NOW);

        // Then
        assertThat(said)
                .filteredOn(line -> line.contains("cannot be taken back"))
                .singleElement()
                .asString()
                .contains("announce")
                .contains("Everybody has read it");
    }

    @Test
    void a_task_is_answered_with_what_was_seen_in_the_name_of_its_assignee() throws IOException {
        // Given
        var acts = List.of(HandsTests.act("publish", "_x.fabrikam.example. TXT", List.of(), List.of("\"move\""), 300L));

        // When
        standIn.act(List.of(task(false, acts)), running, NOW);

        // Then
        assertThat(console.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/api/runs/r1/steps/publish/answer");
            assertThat(asked.by()).isEqualTo("Dana Reyes");
            assertThat(asked.body().path("evidence").asString())
                    .contains("ns2.fabrikam.example. show (TTL 300 s, move)");
            assertThat(asked.body().path("changes")).hasSize(2);
        });
        assertThat(standIn.given().getFirst().evidence()).contains("the portal");
    }

    @Test
    void what_is_taken_back_is_not_reported_as_a_change() throws IOException {
        // Given
        host.put("_x.fabrikam.example. TXT", 300, "\"move\"").secondaryFollows(true);
        var acts = List.of(HandsTests.act("remove", "_x.fabrikam.example. TXT", List.of("\"move\""), List.of(), null));

        // When
        standIn.act(List.of(task(true, acts)), running, NOW);

        // Then
        assertThat(host.zone()).doesNotContainKey("_x.fabrikam.example. TXT");
        assertThat(console.asked().getFirst().body().path("changes")).isEmpty();
    }

    @Test
    void a_task_that_cannot_be_done_is_not_answered_and_ends_the_run() throws IOException {
        // When
        standIn.act(List.of(task(false, List.of())), running, NOW);

        // Then
        assertThat(console.asked()).isEmpty();
        assertThat(standIn.given()).isEmpty();
        assertThat(standIn.givenUp().get("r1"))
                .contains("Dana Reyes cannot do publish")
                .contains("says no acts");
        assertThat(said).last().asString().contains("gives run r1 up");
    }

    @Test
    void while_the_world_is_not_there_yet_the_clock_may_skip() throws IOException {
        // Given
        host.secondaryFollows(false);
        var acts = List.of(HandsTests.act("publish", "_x.fabrikam.example. TXT", List.of(), List.of("\"move\""), 300L));

        // When
        var busy = standIn.act(List.of(task(false, acts)), running, NOW);

        // Then
        assertThat(busy).isFalse();
        assertThat(console.asked()).isEmpty();
        assertThat(standIn.givenUp()).isEmpty();
    }

    @Test
    void a_t0_that_is_too_near_is_moved_before_it_is_confirmed() throws IOException {
        // Given
        var t0 = Instant.parse("2026-12-23T19:00:00Z");

        // When
        var busy = standIn.act(List.of(gate(List.of(), List.of(), t0)), running, NOW);

        // Then
        assertThat(busy).isTrue();
        assertThat(console.asked()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/api/runs/r1/t0");
            assertThat(request.body().path("t0").asString()).isEqualTo("2026-12-23T19:00:00Z");
            assertThat(request.body().path("reason").asString()).contains("too near");
        });
        assertThat(standIn.given())
                .singleElement()
                .satisfies(said -> assertThat(said.kind()).isEqualTo("move-t0"));
    }

    @Test
    void runs_of_others_are_left_to_them() throws IOException {
        // Given
        var others = new Waiting(
                "r2", "step", "task", "engineer", "", "", 0, List.of(), "", "", false, List.of(), List.of(), null);

        // When
        var busy = standIn.act(List.of(others), running, NOW);

        // Then
        assertThat(busy).isFalse();
        assertThat(console.asked()).isEmpty();
    }

    @Test
    void a_failed_step_is_tried_again_three_times_and_then_given_up() throws IOException {
        // Given
        var failed = List.of(Views.run("r1", "failed", Views.step("lower-ttl", 0, "failed", "4")));

        // When
        for (var round = 0; round < 10; round++) {
            standIn.act(List.of(), failed, NOW);
        }

        // Then
        assertThat(console.asked()).hasSize(3).allMatch(asked -> asked.path().endsWith("/steps/lower-ttl/retry"));
        assertThat(standIn.givenUp()).containsOnlyKeys("r1");
        assertThat(standIn.givenUp().get("r1")).contains("lower-ttl").contains("the server refused");
    }

    @Test
    void a_refusal_is_no_answer_and_too_many_of_them_end_it() throws IOException {
        // Given
        console.refuses("not-open");
        var gate = gate(List.of(), List.of());

        // When
        for (var round = 0; round < 30; round++) {
            standIn.act(List.of(gate), running, NOW);
        }

        // Then
        assertThat(standIn.given()).isEmpty();
        assertThat(standIn.givenUp().get("r1")).contains("not-open").contains("not like this");
    }

    @Test
    void a_back_out_is_asked_for_with_a_reason() throws IOException {
        // Given
        var view = running.getFirst();

        // When
        var asked = standIn.backOut(view, "after lower-ttl", NOW);

        // Then
        assertThat(asked).isTrue();
        assertThat(console.asked()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/api/runs/r1/back-out");
            assertThat(request.body().path("reason").asString()).isEqualTo("after lower-ttl");
        });
    }

    private static Waiting gate(List<String> approvedBy, List<OpenDecision> decides) {
        return gate(approvedBy, decides, null);
    }

    private static Waiting gate(List<String> approvedBy, List<OpenDecision> decides, @Nullable Instant earliestT0) {
        return new Waiting(
                "r1",
                "approve-lowering",
                "gate",
                null,
                "May it?",
                "",
                2 - approvedBy.size(),
                approvedBy,
                "abc123",
                "",
                false,
                List.of(),
                decides,
                earliestT0);
    }

    private static Waiting task(boolean takesBack, List<TaskAct> acts) {
        return new Waiting(
                "r1",
                "publish",
                "task",
                "customer-it",
                "",
                "Do it.",
                0,
                List.of(),
                "",
                "What is seen",
                takesBack,
                acts,
                List.of(),
                null);
    }
}
