package dev.caravan.launcher.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.runs.OpenDecision;
import dev.caravan.launcher.runs.RunView;
import dev.caravan.launcher.runs.Runs;
import dev.caravan.launcher.runs.Views;
import dev.caravan.launcher.runs.Waiting;
import dev.caravan.launcher.web.Web;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandInTests {

    private static final Instant NOW = Instant.parse("2026-12-03T19:00:00Z");

    private final List<String> said = new ArrayList<>();
    private final List<RunView> running =
            List.of(Views.run("r1", "running", Views.step("approve-lowering", 0, "gate-open", "4")));
    private final FakeConsole console;
    private final StandIn standIn;

    StandInTests() throws IOException {
        console = new FakeConsole();
        standIn = new StandIn(new Runs(new Web(console.address())), Set.of("r1"), said::add);
    }

    @BeforeEach
    void nothing_said_yet() {
        assertThat(standIn.given()).isEmpty();
    }

    @AfterEach
    void close() {
        console.close();
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
    void a_task_is_answered_with_evidence_in_the_name_of_its_assignee() throws IOException {
        // Given
        var task = new Waiting(
                "r1",
                "confirm-owner",
                "task",
                "migration-lead",
                "",
                "Ask.",
                0,
                List.of(),
                "",
                "Ticket number",
                List.of());

        // When
        standIn.act(List.of(task), running, NOW);

        // Then
        assertThat(console.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/api/runs/r1/steps/confirm-owner/answer");
            assertThat(asked.by()).isEqualTo("Mara Lindqvist");
            assertThat(asked.body().path("evidence").asString()).startsWith("Ticket number: ");
        });
        assertThat(standIn.given().getFirst().evidence()).isNotBlank();
    }

    @Test
    void runs_of_others_are_left_to_them() throws IOException {
        // Given
        var others = new Waiting("r2", "step", "task", "engineer", "", "", 0, List.of(), "", "", List.of());

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
                decides);
    }
}
