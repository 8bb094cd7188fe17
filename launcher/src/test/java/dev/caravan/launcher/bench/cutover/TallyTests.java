package dev.caravan.launcher.bench.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.bench.cutover.Tally.Counts;
import dev.caravan.launcher.simulation.LedgerCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final Instant T0 = Instant.parse("2026-12-04T20:00:00Z");

    @Test
    void calls_are_counted_by_what_they_did() {
        // Given
        var calls = List.of(
                call(0, "login", "POST", "/oauth2/v2.0/token", "200"),
                call(1, "graph", "GET", "/users", "200"),
                call(2, "graph", "PATCH", "/users/1", "204"),
                call(3, "exchange", "POST", "Get-Mailbox", "200"),
                call(4, "exchange", "POST", "Set-Mailbox", "200"),
                call(5, "exchange", "POST", "Set-Mailbox", "429"));

        // When
        var tally = Tally.of(calls);

        // Then
        assertThat(tally.of(Api.GRAPH)).isEqualTo(new Counts(1, 1, 0));
        assertThat(tally.of(Api.EXCHANGE)).isEqualTo(new Counts(1, 1, 1));
        assertThat(tally.sum().all()).isEqualTo(5);
        assertThat(tally.time()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void no_calls_took_no_time() {
        assertThat(Tally.of(List.of())).isEqualTo(Tally.NONE);
    }

    @Test
    void halves_follow_each_other() {
        // Given
        var source = new Tally(Map.of(Api.GRAPH, new Counts(1, 2, 3)), Duration.ofSeconds(10));
        var destination = new Tally(
                Map.of(Api.GRAPH, new Counts(10, 20, 30), Api.EXCHANGE, new Counts(5, 5, 5)), Duration.ofSeconds(20));

        // When
        var both = new Halves(source, destination).both();

        // Then
        assertThat(both.of(Api.GRAPH)).isEqualTo(new Counts(11, 22, 33));
        assertThat(both.of(Api.EXCHANGE)).isEqualTo(new Counts(5, 5, 5));
        assertThat(both.time()).isEqualTo(Duration.ofSeconds(30));
    }

    private static LedgerCall call(int second, String api, String method, String target, String status) {
        return new LedgerCall(second + 1, T0.plusSeconds(second), "tenant", api, method, target, status);
    }
}
