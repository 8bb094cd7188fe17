package dev.caravan.orchestrator.console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.orchestrator.console.testing.ConsoleTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ConsoleTest
class RunbooksTests {

    @Autowired
    private RestTestClient client;

    @Test
    void shipped_runbooks_are_listed_and_read_as_they_were_written() {
        client.get()
                .uri("/api/runbooks")
                .exchange()
                .expectBody()
                .jsonPath("$[0].name")
                .isEqualTo("dns-preparation")
                .jsonPath("$[0].steps")
                .value(Integer.class, count -> assertThat(count).isPositive());
        client.get()
                .uri("/api/runbooks/dns-preparation")
                .exchange()
                .expectHeader()
                .contentTypeCompatibleWith("application/yaml")
                .expectBody(String.class)
                .value(text -> assertThat(text).contains("runbook: dns-preparation"));
        client.get().uri("/api/runbooks/none").exchange().expectStatus().isNotFound();
    }

    @Test
    void problems_are_told_with_file_and_line() {
        client.post()
                .uri("/api/runbooks/lint")
                .body(Map.of("file", "mine.yaml", "yaml", "runbook: x\nwrong: true\n"))
                .exchange()
                .expectBody()
                .jsonPath("$.problems[?(@.file=='mine.yaml' && @.line==2)]")
                .isNotEmpty();
    }

    @Test
    void steps_and_plan_are_told_in_words() {
        client.post()
                .uri("/api/runbooks/steps")
                .body(Map.of("name", "dns-preparation"))
                .exchange()
                .expectBody()
                .jsonPath("$.text")
                .isNotEmpty()
                .jsonPath("$.steps[0].stepId")
                .isNotEmpty();
        client.post()
                .uri("/api/runbooks/plan")
                .body(Map.of(
                        "name", "dns-preparation",
                        "domains", List.of("fabrikam.example"),
                        "timeZone", "Europe/Berlin",
                        "t0", "2026-12-04T20:00:00+01:00"))
                .exchange()
                .expectBody()
                .jsonPath("$.text")
                .value(String.class, text -> assertThat(text).contains("fabrikam.example"));
        client.post()
                .uri("/api/runbooks/plan")
                .body(Map.of("name", "dns-preparation"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
