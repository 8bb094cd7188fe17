package dev.caravan.m365.governor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TurnTests {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Key GRAPH = new Key(Api.GRAPH, "tenant", "application");
    private static final Key OTHER_TENANT = new Key(Api.GRAPH, "other", "application");
    private static final Key OTHER_APPLICATION = new Key(Api.GRAPH, "tenant", "other");
    private static final Key EXCHANGE = new Key(Api.EXCHANGE, "tenant", "application");
    private static final Said.Fill UNSAID = new Said.Fill.Unsaid();

    private final Governor governor = new Governor(Map.of(
            Api.GRAPH, Limits.ofGraph(0.98, 1),
            Api.EXCHANGE, Limits.ofExchange(new Limit(20, 100, 100), new Limit(5, 100, 60))));

    @Test
    void nobody_of_a_throttled_key_calls_before_that_time() {
        // When
        throttle(Said.Reach.TENANT, Duration.ofMillis(2128));

        // Then
        assertThat(wait(GRAPH, NOW)).isEqualTo(Duration.ofMillis(2128));
        assertThat(wait(GRAPH, NOW.plusMillis(2127))).isPositive();
        assertThat(wait(GRAPH, NOW.plusMillis(2128))).isZero();
        assertThat(governor.quiet(GRAPH, NOW)).isEqualTo(Duration.ofMillis(2128));
    }

    @Test
    void a_throttled_tenant_holds_up_nobody_else() {
        // When
        throttle(Said.Reach.TENANT, Duration.ofMinutes(1));

        // Then
        assertThat(wait(OTHER_TENANT, NOW)).isZero();
        assertThat(wait(OTHER_APPLICATION, NOW)).isZero();
        assertThat(wait(EXCHANGE, NOW)).isZero();
    }

    @Test
    void a_throttled_application_is_throttled_in_all_tenants() {
        // When
        throttle(Said.Reach.APPLICATION, Duration.ofMinutes(1));

        // Then
        assertThat(wait(GRAPH, NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(wait(OTHER_TENANT, NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(wait(OTHER_APPLICATION, NOW)).isZero();
    }

    @Test
    void leave_that_was_given_before_does_not_count_while_the_key_is_quiet() {
        // Given
        var turn = governor.join(GRAPH, Cost.write(), false, NOW);
        assertThat(turn.ask(NOW)).isZero();

        // When
        throttle(Said.Reach.TENANT, Duration.ofSeconds(5));

        // Then
        assertThat(turn.ask(NOW)).isEqualTo(Duration.ofSeconds(5));
        assertThat(turn.ask(NOW.plusSeconds(5))).isZero();
    }

    @Test
    void many_throttled_at_once_slow_down_once() {
        // Given
        throttle(Said.Reach.TENANT, Duration.ofSeconds(1));
        var slowed = governor.rate(GRAPH, Said.Counted.WRITES);

        // When
        throttle(Said.Reach.TENANT, Duration.ofSeconds(1));

        // Then
        assertThat(governor.rate(GRAPH, Said.Counted.WRITES)).isEqualTo(slowed).isLessThan(0.9 * 20);
    }

    @ParameterizedTest
    @EnumSource(Said.Counted.class)
    void what_there_were_too_many_of_slows_down_alone(Said.Counted counted) {
        // Given
        var units = governor.join(GRAPH, Cost.write(), false, NOW);
        units.close();
        var unitsBefore = governor.rate(GRAPH, Said.Counted.UNITS);
        var writesBefore = governor.rate(GRAPH, Said.Counted.WRITES);

        // When
        governor.told(GRAPH, Cost.write(), new Said.Throttled(Duration.ZERO, Said.Reach.TENANT, counted), NOW, NOW);

        // Then
        assertThat(governor.rate(GRAPH, Said.Counted.UNITS) < unitsBefore).isEqualTo(counted == Said.Counted.UNITS);
        assertThat(governor.rate(GRAPH, Said.Counted.WRITES) < writesBefore).isEqualTo(counted != Said.Counted.UNITS);
    }

    @Test
    void a_count_that_is_nearly_full_slows_down_before_it_is() {
        // Given
        carried(GRAPH, Cost.write(), new Said.Fill.Used(0.85), NOW);
        var held = governor.rate(GRAPH, Said.Counted.WRITES);

        // When
        carried(GRAPH, Cost.write(), new Said.Fill.Used(1), NOW.plusSeconds(1));

        // Then
        assertThat(held).isEqualTo(0.98 * 20);
        assertThat(governor.rate(GRAPH, Said.Counted.WRITES)).isLessThan(held);
        assertThat(wait(GRAPH, NOW.plusSeconds(1))).isPositive();
    }

    @Test
    void the_little_that_is_left_lasts_until_the_count_starts_anew() {
        // Given
        var reset = NOW.plusSeconds(16);
        carried(EXCHANGE, Cost.read(1), new Said.Fill.Left(2, OptionalLong.of(30), reset), NOW);
        assertThat(take(EXCHANGE, 2, NOW)).isZero();

        // When
        var wait = take(EXCHANGE, 1, NOW);

        // Then
        assertThat(wait).isEqualTo(Duration.ofSeconds(8));
        assertThat(take(EXCHANGE, 20, reset.plusSeconds(1))).isZero();
    }

    @Test
    void nothing_left_means_to_wait_until_the_count_starts_anew() {
        // Given
        var reset = NOW.plusSeconds(16);

        // When
        carried(EXCHANGE, Cost.read(1), new Said.Fill.Left(0, OptionalLong.empty(), reset), NOW);

        // Then
        assertThat(take(EXCHANGE, 1, NOW)).isBetween(Duration.ofSeconds(16), Duration.ofMillis(16_100));
    }

    @Test
    void plenty_left_slows_nothing_down() {
        // When
        carried(EXCHANGE, Cost.read(1), new Said.Fill.Left(29_997, OptionalLong.of(30_000), NOW.plusSeconds(16)), NOW);

        // Then
        assertThat(take(EXCHANGE, 50, NOW)).isZero();
    }

    @Test
    void whoever_goes_away_holds_up_nobody() {
        // Given
        assertThat(take(EXCHANGE, 50, NOW)).isZero();
        var first = governor.join(EXCHANGE, Cost.read(100), false, NOW);
        var second = governor.join(EXCHANGE, Cost.read(20), false, NOW);
        assertThat(second.ask(NOW)).isEqualTo(Duration.ofSeconds(5));

        // When
        first.close();

        // Then
        assertThat(second.ask(NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(second.ask(NOW.plusSeconds(1))).isZero();
    }

    @Test
    void a_host_that_is_not_well_is_left_alone_but_asked_no_less() {
        // Given
        carried(GRAPH, Cost.write(), UNSAID, NOW);
        var rate = governor.rate(GRAPH, Said.Counted.WRITES);

        // When
        governor.told(GRAPH, Cost.write(), new Said.Unwell(Duration.ofSeconds(20)), NOW, NOW);

        // Then
        assertThat(wait(GRAPH, NOW)).isEqualTo(Duration.ofSeconds(20));
        assertThat(governor.rate(GRAPH, Said.Counted.WRITES)).isEqualTo(rate);
    }

    private Duration wait(Key key, Instant now) {
        try (var turn = governor.join(key, Cost.write(), false, now)) {
            return turn.ask(now);
        }
    }

    private Duration take(Key key, int units, Instant now) {
        try (var turn = governor.join(key, Cost.read(units), false, now)) {
            return turn.ask(now);
        }
    }

    private void carried(Key key, Cost cost, Said.Fill fill, Instant now) {
        governor.told(key, cost, new Said.Carried(fill), now, now);
    }

    private void throttle(Said.Reach reach, Duration retryAfter) {
        var said = new Said.Throttled(retryAfter, reach, Said.Counted.UNSAID);
        governor.told(GRAPH, Cost.write(), said, NOW, NOW);
    }
}
