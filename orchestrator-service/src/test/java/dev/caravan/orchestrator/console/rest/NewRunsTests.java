package dev.caravan.orchestrator.console.rest;

import static dev.caravan.orchestrator.console.testing.Told.CUSTOMER;
import static dev.caravan.orchestrator.console.testing.Told.aConnection;
import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.console.testing.ConsoleTest;
import dev.caravan.orchestrator.console.testing.RememberedWrites;
import dev.caravan.orchestrator.console.testing.Told;
import dev.caravan.schemas.connections.ConnectionKind;
import dev.caravan.schemas.inputs.CreateRun;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class NewRunsTests {

    private static final String RUNBOOK = """
            runbook: small
            title: A small one
            decisions:
              - {name: transfer, question: Move the registration?, type: boolean}
            phases:
              - phase: before
                title: Before
                steps:
                  - step: capture
                    title: Capture the zones
                    guide: [1]
                    command: dns.CaptureZone
                    over: domains
                    backOut: nothing-to-undo
                  - step: tell
                    title: Tell them
                    guide: [2]
                    when: decisions.transfer == "true"
                    task: Tell them.
                    assignee: engineer
                    evidence: Ticket number
            """;

    @Autowired
    private RestTestClient client;

    @Autowired
    private Told told;

    @Autowired
    private RememberedWrites log;

    @BeforeEach
    void beginAnew() {
        log.clear();
        told.connection(aConnection("dns-1", ConnectionKind.DNS).build());
    }

    @Test
    void a_run_is_created_with_its_runbook_inside() {
        // When
        var answer = create(wanted());

        // Then
        var created = log.last(CreateRun.class);
        assertThat(log.entries().getLast().key()).isEqualTo(created.getContext().getRunId());
        assertThat(created.getRunbookName()).isEqualTo("small");
        assertThat(created.getRunbookYaml()).isEqualTo(RUNBOOK);
        assertThat(created.getCustomerId()).isEqualTo(CUSTOMER);
        assertThat(created.getDomains()).containsExactly("fabrikam.example");
        assertThat(created.getT0()).isEqualTo(Instant.parse("2026-12-04T19:00:00Z"));
        assertThat(created.getConnections())
                .extracting(role -> role.getRole() + " " + role.getConnectionId() + " " + role.getAccount())
                .containsExactly("dns dns-1 account-of-dns-1");
        answer.expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.runId")
                .isEqualTo(created.getContext().getRunId());
    }

    @Test
    void the_same_key_creates_the_same_run_and_answers_it_when_it_is_there() {
        // When
        keyed("one", wanted());
        keyed("one", wanted());

        // Then
        var runId = log.entries().getFirst().key();
        assertThat(log.entries()).extracting(entry -> entry.key()).containsOnly(runId);

        // When
        told.run(aRun(runId).setInputs(List.of(log.entries().getFirst().id())).build());
        log.clear();

        // Then
        keyed("one", wanted())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.runId")
                .isEqualTo(runId);
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void all_wrong_fields_are_named_at_once() {
        // Given
        var wrong = wanted();
        wrong.put("title", " ");
        wrong.put("customerId", "fabrikam.example");
        wrong.put("domains", List.of("fabrikam.example", "FABRIKAM.example.", "not a domain"));
        wrong.put("timeZone", "Mars/Olympus");
        wrong.put("t0", "2026-12-04T20:00:00");
        wrong.put("decisions", Map.of("transfer", "maybe", "colour", "red"));

        // Then
        create(wrong)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of(
                        "title",
                        "customerId",
                        "connections.dns",
                        "domains[1]",
                        "domains[2]",
                        "timeZone",
                        "t0",
                        "decisions.colour",
                        "decisions.transfer"));
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void what_the_runbook_needs_must_be_there() {
        // Given
        var bare = wanted();
        bare.remove("connections");
        bare.remove("domains");
        bare.remove("decisions");

        // Then
        create(bare)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("connections.dns", "domains", "decisions.transfer"));
    }

    @Test
    void a_connection_must_be_there_be_the_customers_and_of_the_right_kind() {
        // Given
        told.connection(aConnection("strange", ConnectionKind.DNS)
                        .setCustomerId("99999999-2222-3333-4444-555555555555")
                        .build())
                .connection(aConnection("tenant-1", ConnectionKind.TENANT).build());

        // Then
        assertThat(messageFor("strange")).contains("belongs to another customer");
        assertThat(messageFor("tenant-1")).contains("of the kind tenant, not dns");
        assertThat(messageFor("none")).contains("there is no connection 'none'");
    }

    @Test
    void a_broken_runbook_answers_all_its_problems_with_file_and_line() {
        // Given
        var broken = wanted();
        broken.put(
                "runbookYaml",
                RUNBOOK.replace("dns.CaptureZone", "dns.CaptureZones").replace("when:", "wenn:"));

        // Then
        create(broken)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("broken-runbook")
                .jsonPath("$.problems.length()")
                .value(Integer.class, count -> assertThat(count).isGreaterThan(1))
                .jsonPath("$.problems[0].file")
                .isEqualTo("small.yaml")
                .jsonPath("$.problems[0].line")
                .value(Integer.class, line -> assertThat(line).isGreaterThan(1));
    }

    @Test
    void a_run_has_exactly_one_runbook_and_a_shipped_one_is_known_by_name() {
        // Given
        var both = wanted();
        both.put("runbook", "dns-preparation");
        var unknown = wanted();
        unknown.remove("runbookYaml");
        unknown.put("runbook", "none");

        // Then
        create(both).expectStatus().isBadRequest();
        create(unknown)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, text -> assertThat(text).contains("dns-preparation"));
    }

    private String messageFor(String connectionId) {
        var run = wanted();
        run.put("connections", Map.of("dns", connectionId));
        return String.valueOf(create(run)
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private RestTestClient.ResponseSpec create(Map<String, Object> run) {
        return client.post()
                .uri("/api/runs")
                .header("X-Caravan-User", "Ada Lovelace")
                .body(run)
                .exchange();
    }

    private RestTestClient.ResponseSpec keyed(String key, Map<String, Object> run) {
        return client.post()
                .uri("/api/runs")
                .header("X-Caravan-User", "Ada Lovelace")
                .header("Idempotency-Key", key)
                .body(run)
                .exchange();
    }

    private static Map<String, Object> wanted() {
        return new HashMap<>(Map.of(
                "title",
                "Fabrikam to Contoso",
                "customerId",
                CUSTOMER.toUpperCase(java.util.Locale.ROOT),
                "runbookYaml",
                RUNBOOK,
                "runbookFile",
                "small.yaml",
                "connections",
                Map.of("dns", "dns-1"),
                "domains",
                List.of("Fabrikam.example."),
                "timeZone",
                "Europe/Berlin",
                "t0",
                "2026-12-04T20:00:00+01:00",
                "decisions",
                Map.of("transfer", "true")));
    }
}
