package dev.caravan.orchestrator.console.rest;

import static dev.caravan.orchestrator.console.testing.Told.aGate;
import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static dev.caravan.orchestrator.console.testing.Told.aStep;

import dev.caravan.orchestrator.console.testing.ConsoleTest;
import dev.caravan.orchestrator.console.testing.Told;
import dev.caravan.schemas.run.TaskAct;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class RunsTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    private Told told;

    @Test
    void a_run_is_shown_with_its_steps_in_the_order_of_its_runbook() {
        // Given
        told.run(aRun("shown").build())
                .step(aGate("shown", "approve").build())
                .step(aStep("shown", "capture", "command", "succeeded").build());

        // When
        var answer = client.get().uri("/api/runs/shown").exchange();

        // Then
        answer.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.runId")
                .isEqualTo("shown")
                .jsonPath("$.t0")
                .isEqualTo("2026-12-04T19:00:00Z")
                .jsonPath("$.endedAt")
                .doesNotExist()
                .jsonPath("$.steps[*].stepId")
                .isEqualTo(List.of("capture", "approve"))
                .jsonPath("$.steps[0].guide")
                .isEqualTo(List.of("2", "3"));
    }

    @Test
    void the_list_of_runs_has_the_newest_first_and_comes_in_pages() {
        // Given
        told.run(aRun("old").setCreatedAt(Told.CREATED.minusSeconds(60)).build())
                .run(aRun("new").setCreatedAt(Told.CREATED.plusSeconds(60)).build())
                .run(aRun("middle").build());

        // Then
        client.get()
                .uri("/api/runs?after=new&limit=10000")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.runId=='new')]")
                .isEmpty()
                .jsonPath("$[?(@.runId=='middle')]")
                .isNotEmpty();
        client.get()
                .uri("/api/runs?limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$[0].runId")
                .isEqualTo("new");
    }

    @Test
    void the_plan_of_a_gate_reads_in_sentences_and_names_its_hash() {
        // Given
        told.run(aRun("planned").build())
                .step(aGate("planned", "approve").build())
                .sentence("planned", "approve", 2, "second")
                .sentence("planned", "approve", 1, "first");

        // Then
        client.get()
                .uri("/api/runs/planned/steps/approve/plan?limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.hash")
                .isEqualTo("p1")
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.changes[*].sentence")
                .isEqualTo(List.of("first"))
                .jsonPath("$.next")
                .isEqualTo(1);
        client.get()
                .uri("/api/runs/planned/steps/approve/plan?after=1")
                .exchange()
                .expectBody()
                .jsonPath("$.changes[*].sentence")
                .isEqualTo(List.of("second"))
                .jsonPath("$.next")
                .doesNotExist();
    }

    @Test
    void whoever_asks_what_waits_sees_open_gates_and_tasks_and_nothing_else() {
        // Given
        told.run(aRun("waiting").build())
                .step(aGate("waiting", "approve")
                        .setApprovedBy(List.of("Grace Hopper"))
                        .build())
                .step(aStep("waiting", "tell", "task", "task-open")
                        .setPosition(2)
                        .setAssignee("customer-it")
                        .setInstructions("Call them.")
                        .setEvidence("Ticket number")
                        .setActs(List.of(new TaskAct(
                                "publish",
                                "rrset",
                                "_caravan.fabrikam.example. TXT",
                                List.of(),
                                List.of("\"move\""),
                                300L,
                                "Publish it.")))
                        .build())
                .step(aStep("waiting", "capture", "command", "working").build());

        // Then
        client.get()
                .uri("/api/runs/waiting/waiting")
                .exchange()
                .expectBody()
                .jsonPath("$[*].stepId")
                .isEqualTo(List.of("approve", "tell"))
                .jsonPath("$[0].approvalsMissing")
                .isEqualTo(1)
                .jsonPath("$[0].planHash")
                .isEqualTo("p1")
                .jsonPath("$[1].assignee")
                .isEqualTo("customer-it")
                .jsonPath("$[1].evidence")
                .isEqualTo("Ticket number")
                .jsonPath("$[1].acts[0].act")
                .isEqualTo("publish")
                .jsonPath("$[1].acts[0].newValues[0]")
                .isEqualTo("\"move\"")
                .jsonPath("$[1].acts[0].ttlSeconds")
                .isEqualTo(300);
        client.get()
                .uri("/api/waiting")
                .exchange()
                .expectBody()
                .jsonPath("$[?(@.runId=='waiting')].stepId")
                .isNotEmpty();

        // When
        told.step(aGate("waiting", "approve").setState("succeeded").build());

        // Then
        client.get()
                .uri("/api/runs/waiting/waiting")
                .exchange()
                .expectBody()
                .jsonPath("$[*].stepId")
                .isEqualTo(List.of("tell"));
    }

    @Test
    void what_is_not_there_is_a_problem_that_names_it() {
        // Given
        told.run(aRun("alone").build());

        // Then
        client.get()
                .uri("/api/runs/nobody")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found")
                .jsonPath("$.detail")
                .isEqualTo("There is no run 'nobody'.");
        client.get()
                .uri("/api/runs/alone/steps/no-step")
                .exchange()
                .expectStatus()
                .isNotFound();
        client.get().uri("/api/runs?limit=0").exchange().expectStatus().isBadRequest();
    }
}
