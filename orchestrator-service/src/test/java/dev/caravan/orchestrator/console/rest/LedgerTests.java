package dev.caravan.orchestrator.console.rest;

import static dev.caravan.orchestrator.console.testing.Told.aConnection;
import static dev.caravan.orchestrator.console.testing.Told.aRun;
import static dev.caravan.orchestrator.console.testing.Told.aStep;

import com.sun.net.httpserver.HttpServer;
import dev.caravan.orchestrator.console.testing.ConsoleApplication.ToldLedger;
import dev.caravan.orchestrator.console.testing.ConsoleTest;
import dev.caravan.orchestrator.console.testing.Told;
import dev.caravan.orchestrator.ledger.LedgerLine;
import dev.caravan.orchestrator.ledger.LedgerQueries.Answer;
import dev.caravan.orchestrator.ledger.LineState;
import dev.caravan.orchestrator.ledger.PropertyKey;
import dev.caravan.orchestrator.runbook.StepId;
import dev.caravan.schemas.connections.ConnectionKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class LedgerTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    private Told told;

    @Autowired
    private ToldLedger ledger;

    @Test
    void what_a_run_changed_is_told_per_property_with_before_and_after() {
        // Given
        told.connection(aConnection("fabrikam", ConnectionKind.TENANT)
                        .setTenantId(Told.CUSTOMER)
                        .build())
                .run(aRun("changed").build())
                .step(aStep("changed", "lower-ttl", "command", "succeeded")
                        .setConnectionId("fabrikam")
                        .setAccount("account-of-fabrikam")
                        .build());
        ledger.answers(new Answer.Page(List.of(line()), Optional.of("cursor")));

        // Then
        client.get()
                .uri("/api/runs/changed/changes?object=fabrikam.example/MX&step=lower-ttl&limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.changes[0].state")
                .isEqualTo("applied")
                .jsonPath("$.changes[0].before[0]")
                .isEqualTo("14400")
                .jsonPath("$.changes[0].after[0]")
                .isEqualTo("300")
                .jsonPath("$.changes[0].connectionId")
                .isEqualTo("fabrikam")
                .jsonPath("$.changes[0].account")
                .isEqualTo("account-of-fabrikam")
                .jsonPath("$.changes[0].tenantId")
                .isEqualTo(Told.CUSTOMER)
                .jsonPath("$.next")
                .isEqualTo("cursor");
    }

    @Test
    void a_question_is_passed_on_to_the_instance_that_keeps_the_run() throws IOException {
        // Given
        told.run(aRun("elsewhere").build());
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/internal/runs/elsewhere/changes", exchange -> {
            var body = ("{\"changes\":[],\"next\":\"" + exchange.getRequestURI().getRawQuery() + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        other.start();
        ledger.answers(new Answer.Elsewhere("127.0.0.1", other.getAddress().getPort()));

        // Then
        client.get()
                .uri("/api/runs/elsewhere/changes?object={object}&limit=7", "a&b c")
                .exchange()
                .expectBody()
                .jsonPath("$.next")
                .isEqualTo("object=a%26b%20c&limit=7");
        other.stop(0);
        client.get()
                .uri("/api/runs/elsewhere/changes")
                .exchange()
                .expectStatus()
                .isEqualTo(503);
    }

    @Test
    void nobody_to_ask_is_a_problem_that_passes() {
        // Given
        told.run(aRun("moving").build());
        ledger.answers(new Answer.Unavailable("the instance starts"));

        // Then
        client.get()
                .uri("/api/runs/moving/changes")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("the instance starts");
        client.get()
                .uri("/api/runs/moving/changes?step=Not%20One")
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.get().uri("/api/runs/nobody/changes").exchange().expectStatus().isNotFound();
    }

    private static LedgerLine line() {
        return new LedgerLine(
                StepId.parse("lower-ttl"),
                new PropertyKey("rrset", "fabrikam.example/MX", "ttl"),
                List.of("14400"),
                List.of("300"),
                LineState.APPLIED,
                "TTL from 4 hours to 5 minutes",
                Told.CREATED,
                "r/lower-ttl/0/1");
    }
}
