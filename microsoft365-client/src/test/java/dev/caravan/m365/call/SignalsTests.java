package dev.caravan.m365.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.m365.governor.Said;
import dev.caravan.m365.wire.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalsTests {

    private static final Said UNSAID = new Said.Carried(new Said.Fill.Unsaid());

    @ParameterizedTest
    @CsvSource({
        "2.128, 2128, Tenant_Application/ReadWrite/a/t, WriteLimitExceeded, TENANT, WRITES",
        "7, 7000, Application/ReadWrite/a/t, ResourceUnitLimitExceeded, APPLICATION, UNITS",
        "soon, 10000, Tenant/Read/t, CPULimitExceeded, TENANT, UNSAID"
    })
    void who_is_throttled_and_why(
            String retryAfter, long millis, String scope, String information, Said.Reach reach, Said.Counted counted) {
        // When
        var said = said(
                429,
                Map.of(
                        "Retry-After",
                        retryAfter,
                        "x-ms-throttle-scope",
                        scope,
                        "x-ms-throttle-information",
                        information));

        // Then
        assertThat(said).isEqualTo(new Said.Throttled(Duration.ofMillis(millis), reach, counted));
    }

    @Test
    void a_host_that_throttles_without_a_word_is_left_alone_for_a_while() {
        assertThat(said(429, Map.of()))
                .isEqualTo(new Said.Throttled(Duration.ofSeconds(10), Said.Reach.TENANT, Said.Counted.UNSAID));
    }

    @Test
    void how_full_graphs_count_is() {
        assertThat(said(200, Map.of("x-ms-throttle-limit-percentage", "0.85")))
                .isEqualTo(new Said.Carried(new Said.Fill.Used(0.85)));
    }

    @Test
    void what_is_left_of_exchanges_count() {
        // When
        var said = said(
                200,
                Map.of(
                        "Rate-Limit-Limit", "30000",
                        "Rate-Limit-Remaining", "29997",
                        "Rate-Limit-Reset", "2026-11-20T08:00:16.12Z"));

        // Then
        var reset = Instant.parse("2026-11-20T08:00:16.12Z");
        assertThat(said).isEqualTo(new Said.Carried(new Said.Fill.Left(29_997, OptionalLong.of(30_000), reset)));
    }

    @Test
    void what_cannot_be_read_is_not_said() {
        assertThat(said(200, Map.of("x-ms-throttle-limit-percentage", "much"))).isEqualTo(UNSAID);
        assertThat(said(200, Map.of("Rate-Limit-Remaining", "5", "Rate-Limit-Reset", "soon")))
                .isEqualTo(UNSAID);
        assertThat(said(200, Map.of("Rate-Limit-Remaining", "5"))).isEqualTo(UNSAID);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 404, 409})
    void a_refusal_is_carried_too(int status) {
        assertThat(said(status, Map.of())).isEqualTo(UNSAID);
    }

    @Test
    void a_host_that_is_not_well_may_say_for_how_long() {
        assertThat(said(503, Map.of("Retry-After", "20"))).isEqualTo(new Said.Unwell(Duration.ofSeconds(20)));
        assertThat(said(500, Map.of())).isEqualTo(new Said.Unwell(Duration.ZERO));
    }

    private static Said said(int status, Map<String, String> headers) {
        return Signals.of(Answer.of(status, headers, ""));
    }
}
