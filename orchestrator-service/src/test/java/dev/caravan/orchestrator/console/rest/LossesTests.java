package dev.caravan.orchestrator.console.rest;

import static dev.caravan.orchestrator.console.testing.Told.aConnection;
import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static dev.caravan.orchestrator.console.testing.Told.aStep;

import dev.caravan.orchestrator.console.testing.ConsoleApplication.ToldLedger;
import dev.caravan.orchestrator.console.testing.ConsoleTest;
import dev.caravan.orchestrator.console.testing.Told;
import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.ledger.LineState;
import dev.caravan.orchestrator.ledger.PropertyKey;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.connections.ConnectionKind;
import dev.caravan.schemas.run.StepView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class LossesTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    private Told told;

    @Autowired
    private ToldLedger ledger;

    @Test
    void what_a_step_will_lose_is_known_before_it_is_done() {
        // Given
        told.connection(aConnection("fabrikam", ConnectionKind.TENANT)
                        .setTenantId(Told.CUSTOMER)
                        .build())
                .run(aRun("ahead").build())
                .step(irreversible("ahead", "pending", 0).build())
                .step(aStep("ahead", "capture", "command", "pending")
                        .setPosition(1)
                        .build());
        ledger.holds();

        // Then
        client.get()
                .uri("/api/runs/ahead/losses")
                .exchange()
                .expectBody()
                .jsonPath("$.losses[*].stepId")
                .isEqualTo(List.of("announce"))
                .jsonPath("$.losses[0].certain")
                .isEqualTo(false)
                .jsonPath("$.losses[0].cause")
                .isEqualTo("irreversible")
                .jsonPath("$.losses[0].kind")
                .isEqualTo("command")
                .jsonPath("$.losses[0].id")
                .isEqualTo("announce")
                .jsonPath("$.losses[0].reason")
                .isEqualTo("Everybody has read it")
                .jsonPath("$.losses[0].tenantId")
                .isEqualTo(Told.CUSTOMER)
                .jsonPath("$.next")
                .doesNotExist();
    }

    @Test
    void what_is_lost_is_told_per_object_with_its_reason_in_pages() {
        // Given
        told.run(aRun("lost").build())
                .step(irreversible("lost", "succeeded", 2).build())
                .step(aStep("lost", "lower-ttl", "command", "undone")
                        .setPosition(1)
                        .setChanges(2)
                        .setConflicts(List.of("somebody set it to 5"))
                        .build())
                .step(aStep("lost", "publish", "task", "undo-skipped")
                        .setPosition(2)
                        .setChanges(1)
                        .setReason("it does no harm")
                        .build())
                .step(aStep("lost", "raise-ttl", "command", "undone")
                        .setPosition(3)
                        .setChanges(1)
                        .build());
        ledger.holds(
                line("announce", "a", LineState.APPLIED),
                line("announce", "b", LineState.APPLIED),
                line("lower-ttl", "c", LineState.UNDONE),
                line("lower-ttl", "d", LineState.CONFLICT),
                line("publish", "e", LineState.APPLIED),
                line("raise-ttl", "f", LineState.UNDONE));

        // When
        var first = client.get().uri("/api/runs/lost/losses?limit=3").exchange();

        // Then
        first.expectBody()
                .jsonPath("$.losses[*].id")
                .isEqualTo(List.of("a", "b", "d"))
                .jsonPath("$.losses[*].certain")
                .isEqualTo(List.of(true, true, true))
                .jsonPath("$.losses[*].reason")
                .isEqualTo(List.of("Everybody has read it", "Everybody has read it", "sentence of d"))
                .jsonPath("$.losses[0].before[0]")
                .isEqualTo("14400")
                .jsonPath("$.next")
                .isEqualTo("2.");
        client.get()
                .uri("/api/runs/lost/losses?limit=3&after=2.")
                .exchange()
                .expectBody()
                .jsonPath("$.losses[*].id")
                .isEqualTo(List.of("e"))
                .jsonPath("$.losses[0].reason")
                .isEqualTo("its undo was skipped: it does no harm")
                .jsonPath("$.next")
                .doesNotExist();
        client.get()
                .uri("/api/runs/lost/losses?limit=1&after=0.1")
                .exchange()
                .expectBody()
                .jsonPath("$.losses[*].id")
                .isEqualTo(List.of("b"));
    }

    @Test
    void a_step_that_is_done_and_left_no_line_is_lost_as_a_whole_and_one_that_did_nothing_is_not() {
        // Given
        told.run(aRun("whole").build())
                .step(irreversible("whole", "succeeded", 0).setObjectsDone(0).build())
                .step(irreversible("whole", "not-needed", 0)
                        .setStepId("other")
                        .setPosition(1)
                        .build())
                .step(irreversible("whole", "succeeded", 0)
                        .setStepId("again")
                        .setPosition(2)
                        .setObjectsDone(56)
                        .build());
        ledger.holds();

        // Then
        client.get()
                .uri("/api/runs/whole/losses")
                .exchange()
                .expectBody()
                .jsonPath("$.losses[*].stepId")
                .isEqualTo(List.of("announce"))
                .jsonPath("$.losses[0].certain")
                .isEqualTo(true);
        client.get()
                .uri("/api/runs/whole/losses?after=nonsense")
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.get().uri("/api/runs/nobody/losses").exchange().expectStatus().isNotFound();
    }

    private static StepView.Builder irreversible(String runId, String state, int changes) {
        return aStep(runId, "announce", "command", state)
                .setChanges(changes)
                .setConnectionId("fabrikam")
                .setAccount("account-of-fabrikam")
                .setBackOut("irreversible: Everybody has read it");
    }

    private static LedgerLine line(String step, String object, LineState state) {
        return new LedgerLine(
                StepId.parse(step),
                new PropertyKey("rrset", object, "ttl"),
                List.of("14400"),
                List.of("300"),
                state,
                "sentence of " + object,
                Told.CREATED,
                "r/lower-ttl/0/1");
    }
}
