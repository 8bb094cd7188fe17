package dev.caravan.orchestrator.console.rest;

import static dev.caravan.orchestrator.console.testing.Told.aGate;
import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.console.testing.ConsoleTest;
import dev.caravan.orchestrator.console.testing.RememberedWrites;
import dev.caravan.orchestrator.console.testing.Told;
import dev.caravan.orchestrator.console.writes.WriteLog;
import dev.caravan.schemas.TopicCatalogue;
import dev.caravan.schemas.inputs.AnswerTask;
import dev.caravan.schemas.inputs.ApproveGate;
import dev.caravan.schemas.inputs.BackOutRun;
import dev.caravan.schemas.inputs.MoveT0;
import dev.caravan.schemas.inputs.PauseRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class RequestsTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    private Told told;

    @Autowired
    private RememberedWrites log;

    @BeforeEach
    void forgetWrites() {
        log.clear();
    }

    @Test
    void a_request_is_written_down_and_answered_before_anybody_has_folded_it() {
        // Given
        told.run(aRun("paused").build());

        // When
        var answer = post("Grace Hopper", "/api/runs/paused/pause", Map.of("reason", "holidays"));

        // Then
        var written = log.entries().getFirst();
        assertThat(written.topic()).isEqualTo(TopicCatalogue.RUN_INPUTS);
        assertThat(written.key()).isEqualTo("paused");
        assertThat(log.last(PauseRun.class).getContext().getRequestedBy()).isEqualTo("Grace Hopper");
        assertThat(log.last(PauseRun.class).getReason()).isEqualTo("holidays");
        answer.expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.inputId")
                .isEqualTo(written.id())
                .jsonPath("$.runId")
                .isEqualTo("paused");
    }

    @Test
    void whoever_waits_hears_that_the_request_was_folded() {
        // Given
        told.run(aRun("waited").build());
        log.whenWritten(
                entry -> told.run(aRun("waited").setInputs(List.of(entry.id())).build()));

        // Then
        post("Grace", "/api/runs/waited/resume?wait", Map.of()).expectStatus().isOk();
    }

    @Test
    void whoever_waits_hears_why_the_run_refuses() {
        // Given
        told.run(aRun("refusing").build());
        log.whenWritten(entry -> told.run(aRun("refusing")
                .setInputs(List.of(entry.id() + "!ended: the run is over"))
                .build()));

        // When
        var answer = post("Grace", "/api/runs/refusing/back-out?wait=5", Map.of("reason", "no"));

        // Then
        assertThat(log.last(BackOutRun.class).getReason()).isEqualTo("no");
        answer.expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ended")
                .jsonPath("$.detail")
                .isEqualTo("the run is over");
    }

    @Test
    void the_same_key_is_the_same_request_and_is_not_written_again_once_folded() {
        // Given
        told.run(aRun("repeated").build());

        // When
        keyed("k-1", "Grace", "/api/runs/repeated/resume");
        keyed("k-1", "Grace", "/api/runs/repeated/resume");
        keyed("k-1", "Ada", "/api/runs/repeated/resume");

        // Then
        var ids = log.entries().stream().map(WriteLog.Entry::id).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));

        // When
        told.run(aRun("repeated").setInputs(List.of(ids.getFirst())).build());

        // Then
        keyed("k-1", "Grace", "/api/runs/repeated/resume")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.inputId")
                .isEqualTo(ids.getFirst());
        assertThat(log.entries()).hasSize(3);
    }

    @Test
    void what_became_of_a_request_can_be_asked_later() {
        // Given
        told.run(aRun("asked")
                .setInputs(List.of("i-2!not-open: the gate is not open", "i-1"))
                .build());

        // Then
        client.get()
                .uri("/api/runs/asked/inputs/i-1")
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("folded");
        client.get()
                .uri("/api/runs/asked/inputs/i-2")
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("refused")
                .jsonPath("$.code")
                .isEqualTo("not-open");
        client.get()
                .uri("/api/runs/asked/inputs/i-3")
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("pending");
    }

    @Test
    void an_approval_names_the_plan_and_the_decisions() {
        // Given
        told.run(aRun("approved").build()).step(aGate("approved", "approve").build());

        // When
        post(
                        "Grace Hopper",
                        "/api/runs/approved/steps/approve/approve",
                        Map.of("planHash", "p1", "decisions", Map.of("transfer", "true")))
                .expectStatus()
                .isAccepted();

        // Then
        var approval = log.last(ApproveGate.class);
        assertThat(approval.getStepId()).isEqualTo("approve");
        assertThat(approval.getPlanHash()).isEqualTo("p1");
        assertThat(approval.getDecisions()).singleElement().satisfies(decision -> {
            assertThat(decision.getName()).isEqualTo("transfer");
            assertThat(decision.getValue()).isEqualTo("true");
        });
    }

    @Test
    void neither_the_requester_nor_the_same_person_twice_passes_a_gate_for_two() {
        // Given
        told.run(aRun("eyes").setRequestedBy("Ada Lovelace").build())
                .step(aGate("eyes", "approve")
                        .setApprovedBy(List.of("Grace Hopper"))
                        .build());

        // Then
        approve("eyes", " ada lovelace ")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("requester");
        approve("eyes", "GRACE HOPPER")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("same-person");
        assertThat(log.entries()).isEmpty();
        approve("eyes", "Joan Clarke").expectStatus().isAccepted();
    }

    @Test
    void the_requester_may_approve_alone_where_one_is_enough() {
        // Given
        told.run(aRun("one").setRequestedBy("Ada Lovelace").build())
                .step(aGate("one", "approve").setApprovals(1).build());

        // Then
        approve("one", "Ada Lovelace").expectStatus().isAccepted();
    }

    @Test
    void a_name_beyond_ascii_comes_encoded() {
        // Given
        told.run(aRun("named").build());

        // When
        post("UTF-8''%C5%81ukasz%20+", "/api/runs/named/resume", Map.of())
                .expectStatus()
                .isAccepted();

        // Then
        assertThat(log.entries()).hasSize(1);
        assertThat(log.entries().getFirst().value().toString()).contains("Łukasz +");
    }

    @Test
    void nobody_writes_without_a_name() {
        // Given
        told.run(aRun("nameless").build());

        // Then
        client.post()
                .uri("/api/runs/nameless/resume")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("no-user");
        post("  ", "/api/runs/nameless/resume", Map.of()).expectStatus().isBadRequest();
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void each_field_of_a_request_is_checked() {
        // Given
        told.run(aRun("moved").build());

        // Then
        post("Ada", "/api/runs/moved/t0", Map.of("t0", "tomorrow"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("t0", "reason"));
        post("Ada", "/api/runs/moved/pause", Map.of()).expectStatus().isBadRequest();
        post("Ada", "/api/runs/moved/resume?wait=soon", Map.of()).expectStatus().isBadRequest();
        assertThat(log.entries()).isEmpty();

        // When
        post("Ada", "/api/runs/moved/t0", Map.of("t0", "2026-12-11T20:00:00+01:00", "reason", "holidays"));

        // Then
        assertThat(log.last(MoveT0.class).getT0()).isEqualTo(Instant.parse("2026-12-11T19:00:00Z"));
    }

    @Test
    void a_task_is_answered_with_its_evidence() {
        // Given
        told.run(aRun("answered").build())
                .step(aGate("answered", "tell")
                        .setKind("task")
                        .setState("task-open")
                        .build());

        // When
        post("Ada", "/api/runs/answered/steps/tell/answer", Map.of("answer", "done", "evidence", "T-1"));

        // Then
        assertThat(log.last(AnswerTask.class).getEvidence()).isEqualTo("T-1");
        assertThat(log.last(AnswerTask.class).getChanges()).isEmpty();
    }

    @Test
    void whoever_answers_a_task_tells_what_was_found_before_and_left_after() {
        // Given
        told.run(aRun("by-hand").build())
                .step(aGate("by-hand", "publish")
                        .setKind("task")
                        .setState("task-open")
                        .build());
        var change = Map.of(
                "kind", "rrset", "id", "x. TXT", "property", "values", "before", List.of("a"), "after", List.of("b"));

        // When
        post(
                "Ada",
                "/api/runs/by-hand/steps/publish/answer",
                Map.of("answer", "done", "evidence", "seen", "changes", List.of(change)));

        // Then
        assertThat(log.last(AnswerTask.class).getChanges()).singleElement().satisfies(told -> {
            assertThat(told.getBefore()).containsExactly("a");
            assertThat(told.getAfter()).containsExactly("b");
            assertThat(told.getSentence()).isEqualTo("x. TXT: values was a and is b, by hand of Ada");
        });
        post(
                        "Ada",
                        "/api/runs/by-hand/steps/publish/answer",
                        Map.of("changes", List.of(Map.of("kind", "rrset", "id", "a\u0000b", "after", List.of("")))))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("changes[0].id", "changes[0].property", "changes[0].after[0]"));
    }

    @Test
    void requests_to_runs_and_steps_that_are_not_there_are_refused_at_once() {
        // Given
        told.run(aRun("empty").build());

        // Then
        post("Ada", "/api/runs/nobody/resume", Map.of()).expectStatus().isNotFound();
        post("Ada", "/api/runs/empty/steps/none/retry", Map.of()).expectStatus().isNotFound();
        post("Ada", "/api/runs/empty/steps/none/skip", Map.of("reason", "x"))
                .expectStatus()
                .isNotFound();
        assertThat(log.entries()).isEmpty();
    }

    private RestTestClient.ResponseSpec approve(String runId, String user) {
        return post(user, "/api/runs/" + runId + "/steps/approve/approve", Map.of("planHash", "p1"));
    }

    private RestTestClient.ResponseSpec post(String user, String uri, Map<String, ?> body) {
        return client.post().uri(uri).header("X-Caravan-User", user).body(body).exchange();
    }

    private RestTestClient.ResponseSpec keyed(String key, String user, String uri) {
        return client.post()
                .uri(uri)
                .header("X-Caravan-User", user)
                .header("Idempotency-Key", key)
                .exchange();
    }
}
