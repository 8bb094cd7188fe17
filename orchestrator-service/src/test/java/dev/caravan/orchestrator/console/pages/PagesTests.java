package dev.caravan.orchestrator.console.pages;

import static dev.caravan.orchestrator.console.testing.Told.aConnection;
import static dev.caravan.orchestrator.console.testing.Told.aGate;
import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static dev.caravan.orchestrator.console.testing.Told.aStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.console.testing.ConsoleApplication.ToldLedger;
import dev.caravan.orchestrator.console.testing.ConsoleTest;
import dev.caravan.orchestrator.console.testing.Told;
import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.ledger.LedgerQueries.Answer;
import dev.caravan.orchestrator.ledger.LineState;
import dev.caravan.orchestrator.ledger.PropertyKey;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.connections.ConnectionKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class PagesTests {

    private static final String HOSTILE = "<img src=x onerror=\"alert('1')\">";

    @Autowired
    private RestTestClient client;

    @Autowired
    private Told told;

    @Autowired
    private ToldLedger ledger;

    @Test
    void all_runs_are_on_the_first_page_with_who_they_wait_for() {
        // Given
        told.run(aRun("listed").setTitle("A listed run").build())
                .step(aGate("listed", "approve")
                        .setTitle("Approve it")
                        .setWaitsFor("2 approvals")
                        .build());

        // When
        var page = page("/");

        // Then
        assertThat(page)
                .contains("href=\"/runs/listed\"", "A listed run", "1 of 3", "Fri 4 Dec 2026, 20:00", "provisional")
                .contains("Approve it – 2 approvals")
                .contains("data-stream=\"/api/stream\"");
    }

    @Test
    void runs_that_need_a_person_come_before_newer_ones_that_do_not() {
        // Given
        told.run(aRun("urgent-over")
                        .setTitle("Urgent: over")
                        .setState("completed")
                        .build())
                .run(aRun("urgent-moving").setTitle("Urgent: moving").build())
                .run(aRun("urgent-asking")
                        .setTitle("Urgent: asking")
                        .setCreatedAt(Told.CREATED.minusSeconds(60))
                        .build())
                .step(aStep("urgent-asking", "tell", "task", "task-open").build())
                .run(aRun("urgent-broken")
                        .setTitle("Urgent: broken")
                        .setState("failed")
                        .setCreatedAt(Told.CREATED.minusSeconds(90))
                        .build());

        // Then
        assertThat(page("/"))
                .containsSubsequence(
                        "Need a person",
                        "Urgent: broken",
                        "Urgent: asking",
                        "Go on by themselves",
                        "Urgent: moving",
                        "Over",
                        "Urgent: over");
    }

    @Test
    void a_customer_is_called_as_its_source_tenant_is() {
        // Given
        var customer = "99999999-2222-3333-4444-555555555555";
        told.connection(aConnection("source", ConnectionKind.TENANT)
                        .setCustomerId(customer)
                        .setTenantId(customer)
                        .setDisplayName("Fabrikam Ltd")
                        .build())
                .connection(aConnection("destination", ConnectionKind.TENANT)
                        .setCustomerId(customer)
                        .setTenantId("88888888-2222-3333-4444-555555555555")
                        .setDisplayName("Contoso Ltd")
                        .build())
                .run(aRun("named").setCustomerId(customer).build());

        // Then
        assertThat(page("/")).contains("Fabrikam Ltd").doesNotContain(customer, "Contoso Ltd");
        assertThat(page("/runs/named")).contains("Fabrikam Ltd", customer);
    }

    @Test
    void t0_of_a_run_that_is_over_is_told_as_past() {
        // Given
        var t0 = Instant.parse("2026-11-20T19:00:00Z");
        told.run(aRun("late")
                        .setState("completed")
                        .setT0(t0)
                        .setEndedAt(t0.plusSeconds(60))
                        .build())
                .run(aRun("early")
                        .setState("completed")
                        .setT0(t0)
                        .setEndedAt(t0.minusSeconds(60))
                        .build());

        // Then
        assertThat(page("/runs/late")).contains(">was<").doesNotContain("provisional", " ago");
        assertThat(page("/runs/early")).contains(">was set for<").doesNotContain("provisional", " ago");
    }

    @Test
    void a_phase_says_how_far_it_is_and_is_closed_when_it_is_done() {
        // Given
        told.run(aRun("phased").build())
                .step(aStep("phased", "first", "command", "succeeded")
                        .setPhase("before")
                        .build())
                .step(aStep("phased", "second", "command", "working")
                        .setPhase("the-day")
                        .setPosition(1)
                        .setObjectsDone(1)
                        .build())
                .step(aStep("phased", "third", "command", "pending")
                        .setPhase("the-day")
                        .setPosition(2)
                        .setObjectsTotal(0)
                        .setObjectsDone(0)
                        .setWaitsFor("second")
                        .build());

        // Then
        assertThat(page("/runs/phased"))
                .containsSubsequence("id=\"phase-0\">", "Before", "1 of 1 step", "3 of 3 objects", "done")
                .containsSubsequence("id=\"phase-1\" open=\"open\">", "The day", "0 of 2 steps", "under way")
                .contains("1 of 3 objects", "Waits for step 2 (Title of second)");
        assertThat(page("/")).contains("The day");
    }

    @Test
    void a_gate_shows_its_question_its_plan_and_what_an_approval_is_bound_to() {
        // Given
        told.run(aRun("gated").build())
                .step(aGate("gated", "approve")
                        .setApprovedBy(List.of("Grace Hopper"))
                        .build())
                .sentence("gated", "approve", 0, "TTL goes from 4 hours to 5 minutes");

        // Then
        assertThat(page("/runs/gated"))
                .contains("Lower the TTLs of the mail records?", "TTL goes from 4 hours to 5 minutes")
                .contains("approved by", "Grace Hopper", "1 approval missing")
                .contains("data-act=\"/api/runs/gated/steps/approve/approve\"", "data-hash=\"p1\"")
                .contains("data-act=\"/api/runs/gated/steps/approve/reject\"");
    }

    @Test
    void a_task_shows_its_instructions_and_asks_for_its_evidence() {
        // Given
        told.run(aRun("tasked").build())
                .step(aStep("tasked", "tell", "task", "task-open")
                        .setAssignee("customer-it")
                        .setInstructions("Open the portal.")
                        .setEvidence("Ticket number")
                        .build());

        // Then
        assertThat(page("/runs/tasked"))
                .contains("Open the portal.", "task for customer-it", "data-evidence=\"Ticket number\"");
    }

    @Test
    void what_failed_can_be_tried_again_or_left_out_and_losses_are_declared() {
        // Given
        told.run(aRun("broken")
                        .setState("failed")
                        .setLosses(List.of("letters stay sent"))
                        .build())
                .step(aStep("broken", "lower", "command", "failed")
                        .setReason("refused by the server")
                        .setConflicts(List.of("somebody changed it since"))
                        .build());

        // Then
        assertThat(page("/runs/broken"))
                .contains("refused by the server", "somebody changed it since", "letters stay sent")
                .contains("/api/runs/broken/steps/lower/retry", "/api/runs/broken/steps/lower/skip");
    }

    @Test
    void only_what_a_run_can_take_is_offered() {
        // Given
        told.run(aRun("resting").setState("paused").build())
                .run(aRun("ended").setState("completed").build());

        // Then
        assertThat(page("/runs/resting")).contains("/api/runs/resting/resume").doesNotContain("/resting/pause");
        assertThat(page("/runs/ended")).doesNotContain("data-act=\"/api/runs/ended/");
    }

    @Test
    void names_that_tenants_chose_stay_text() {
        // Given
        told.run(aRun("hostile")
                        .setTitle(HOSTILE)
                        .setDetail(HOSTILE)
                        .setDomains(List.of(HOSTILE))
                        .build())
                .step(aStep("hostile", "ask", "task", "task-open")
                        .setTitle(HOSTILE)
                        .setInstructions(HOSTILE)
                        .setEvidence(HOSTILE)
                        .setPhase(HOSTILE)
                        .build())
                .step(aGate("hostile", "gate").setQuestion(HOSTILE).build())
                .sentence("hostile", "gate", 0, HOSTILE);
        ledger.answers(new Answer.Page(List.of(line()), Optional.empty()));

        // Then
        assertThat(page("/")).doesNotContain("<img");
        assertThat(page("/runs/hostile")).doesNotContain("<img").contains("&lt;img");
        assertThat(page("/runs/hostile/changes?object=x"))
                .doesNotContain("<img")
                .contains("&lt;img");
    }

    @Test
    void pages_load_nothing_from_elsewhere() {
        client.get()
                .uri("/")
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'self'")
                                .doesNotContain("unsafe"));
        for (var asset : List.of(
                "/webjars/bootstrap/dist/css/bootstrap.min.css",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/console/console.js",
                "/console/console.css",
                "/console/theme.js")) {
            client.get().uri(asset).exchange().expectStatus().isOk();
        }
        assertThat(page("/")).doesNotContain("https://").doesNotContain("onclick");
    }

    @Test
    void a_run_that_is_not_there_is_a_page_that_says_so() {
        client.get()
                .uri("/runs/nobody")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("There is no run &#39;nobody&#39;."));
    }

    private static LedgerLine line() {
        return new LedgerLine(
                StepId.parse("lower-ttl"),
                new PropertyKey("rrset", HOSTILE, "ttl"),
                List.of(HOSTILE),
                List.of(),
                LineState.APPLIED,
                HOSTILE,
                Told.CREATED,
                "r/lower-ttl/0/1");
    }

    private String page(String path) {
        return String.valueOf(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
