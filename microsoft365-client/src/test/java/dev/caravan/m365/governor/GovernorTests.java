package dev.caravan.m365.governor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The governor against a model of the hosts, in simulated time.
class GovernorTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Cost READ = Cost.read(1);
    private static final Key TENANT = new Key(Api.GRAPH, "tenant", "application");
    private static final Key EXCHANGE = new Key(Api.EXCHANGE, "tenant", "application");

    private final Governor governor = new Governor(Map.of(
            Api.GRAPH, Limits.ofGraph(0.98, 1),
            Api.EXCHANGE, Limits.ofExchange(new Limit(20, 200, 100), new Limit(5, 100, 60))));

    @ParameterizedTest
    @CsvSource({
        "3500, 50, false, 1", "3500, 200, false, 2", "3500, 800, true, 3",
        "5000, 50, false, 4", "5000, 200, true, 5", "5000, 500, false, 6",
        "8000, 50, false, 7", "8000, 200, true, 8", "8000, 500, false, 9"
    })
    void reads_use_what_a_tenant_of_that_size_has(int size, int latency, boolean saysHowFull, long seed) {
        // Given
        var limiter = limiter(size, 3000, saysHowFull, 10);
        var traffic = traffic(latency, seed);
        workers(traffic, 24, TENANT, READ, limiter);

        // When
        traffic.run(MINUTE.multipliedBy(30));

        // Then
        assertUse(limiter.carriedUnits(), size / 10.0, 30, limiter);
    }

    @ParameterizedTest
    @CsvSource({"100, false, 1", "300, true, 2", "1000, false, 3", "3000, false, 4"})
    void writes_use_what_there_is(int latency, boolean saysHowFull, long seed) {
        // Given
        var limiter = limiter(8000, 3000, saysHowFull, 10);
        var traffic = traffic(latency, seed);
        workers(traffic, 8, TENANT, Cost.write(), limiter);

        // When
        traffic.run(MINUTE.multipliedBy(60));

        // Then
        assertUse(limiter.carriedWrites(), 20, 60, limiter);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 2, 60, 5, 1",
        "200, 10, 60, 5, 2",
        "1000, 5, 120, 20, 3",
        "2000, 30, 300, 5, 4",
        "500, 50, 100, 1, 5"
    })
    void what_exchange_carries_is_learnt(int latency, double perSecond, double burst, int retryAfter, long seed) {
        // Given
        var limiter = new Limiter(
                new Limiter.Both(10 * burst, 10 * perSecond, burst, perSecond), false, Duration.ofSeconds(retryAfter));
        var traffic = traffic(latency, seed);
        writers(traffic, limiter);
        traffic.run(MINUTE.multipliedBy(5));
        limiter.forget();

        // When
        traffic.run(MINUTE.multipliedBy(60));

        // Then
        assertUse(limiter.carriedWrites(), perSecond, 60, limiter);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 2, 120, 500, 1",
        "200, 2, 60, 5000, 2",
        "200, 10, 60, 5000, 3",
        "1000, 5, 120, 20000, 4",
        "2000, 30, 300, 5000, 5",
        "500, 50, 100, 1000, 6"
    })
    void learning_costs_few_calls(int latency, double perSecond, double burst, int retryAfter, long seed) {
        // Given
        var limiter = new Limiter(
                new Limiter.Both(10 * burst, 10 * perSecond, burst, perSecond), false, Duration.ofMillis(retryAfter));
        var traffic = traffic(latency, seed);
        writers(traffic, limiter);

        // When
        traffic.run(MINUTE.multipliedBy(10));

        // Then
        assertThat(limiter.throttled()).isLessThan(40);
        assertThat(limiter.carriedWrites() / (burst + perSecond * 600)).isGreaterThan(0.95);
    }

    /// Whoever asked for little meanwhile has learnt nothing of how much there is.
    @ParameterizedTest
    @ValueSource(ints = {30, 60, 100, 3600})
    void a_pause_is_no_limit(int seconds) {
        // Given
        var limiter = new Limiter(new Limiter.Both(600, 100, 60, 10), false, Duration.ofSeconds(5));
        var traffic = traffic(200, seconds);
        writers(traffic, limiter);
        while (limiter.throttled() == 0) {
            traffic.run(Duration.ofSeconds(1));
        }
        traffic.rest(Duration.ofSeconds(seconds));
        limiter.forget();

        // When
        traffic.run(MINUTE.multipliedBy(10));

        // Then
        assertThat(limiter.carriedWrites() / (10 * 600.0)).isGreaterThan(0.9);
    }

    @Test
    void a_host_that_carries_less_than_before_is_asked_less() {
        // Given
        var limiter = limiter(8000, 3000, false, 10);
        var traffic = traffic(200, 1);
        workers(traffic, 24, TENANT, READ, limiter);
        traffic.run(MINUTE.multipliedBy(5));
        limiter.change(0.4);
        traffic.run(MINUTE.multipliedBy(2));
        limiter.forget();

        // When
        traffic.run(MINUTE.multipliedBy(30));

        // Then
        assertUse(limiter.carriedUnits(), 320, 30, limiter);
    }

    @Test
    void a_host_that_carries_more_than_before_is_asked_more() {
        // Given
        var limiter = limiter(3500, 3000, false, 10);
        var traffic = traffic(200, 1);
        workers(traffic, 24, TENANT, READ, limiter);
        traffic.run(MINUTE.multipliedBy(5));
        limiter.change(2);
        traffic.run(MINUTE.multipliedBy(5));
        limiter.forget();

        // When
        traffic.run(MINUTE.multipliedBy(30));

        // Then
        assertUse(limiter.carriedUnits(), 700, 30, limiter);
    }

    @Test
    void tenants_share_what_an_application_has_however_many_workers_each_has() {
        // Given
        var traffic = traffic(100, 1);
        var limiters = new ArrayList<Limiter>();
        for (var tenant = 1; tenant <= 20; tenant++) {
            var limiter = limiter(8000, 3000, false, 10);
            limiters.add(limiter);
            workers(traffic, tenant % 2 == 0 ? 2 : 8, tenant("tenant-" + tenant), Cost.write(), limiter);
        }
        traffic.run(MINUTE.multipliedBy(10));
        limiters.forEach(Limiter::forget);

        // When
        traffic.run(MINUTE.multipliedBy(10));

        // Then
        var carried = limiters.stream().mapToLong(Limiter::carriedWrites).summaryStatistics();
        assertThat(carried.getSum()).isBetween((long) (0.95 * 140_000), 140_000L);
        assertThat(carried.getMax() - carried.getMin()).isLessThan((long) (0.05 * carried.getAverage()));
    }

    @Test
    void an_urgent_tenant_goes_first() {
        // Given
        var traffic = traffic(100, 1);
        for (var tenant = 1; tenant <= 20; tenant++) {
            workers(traffic, 4, tenant("tenant-" + tenant), Cost.write(), limiter(8000, 3000, false, 10));
        }
        var urgent = limiter(8000, 3000, false, 10);
        traffic.run(MINUTE.multipliedBy(10));
        for (var worker = 0; worker < 4; worker++) {
            traffic.worker(TENANT, true, Cost.write(), 20, urgent);
        }
        traffic.run(MINUTE.multipliedBy(5));
        urgent.forget();

        // When
        traffic.run(MINUTE.multipliedBy(10));

        // Then
        assertUse(urgent.carriedWrites(), 20, 10, urgent);
    }

    @Test
    void instances_share_what_an_application_has() {
        // Given
        var shared = new Governor(Map.of(Api.GRAPH, Limits.ofGraph(0.98, 4)));
        var traffic = new Traffic(shared, Duration.ofMillis(100), 1);
        var limiter = limiter(80_000, 30_000, false, 10);
        for (var tenant = 1; tenant <= 5; tenant++) {
            workers(traffic, 4, tenant("tenant-" + tenant), Cost.write(), limiter);
        }
        traffic.run(MINUTE.multipliedBy(10));
        limiter.forget();

        // When
        traffic.run(MINUTE.multipliedBy(10));

        // Then
        assertThat(limiter.carriedWrites()).isBetween((long) (0.95 * 35_000), 35_000L);
    }

    private static Key tenant(String tenantId) {
        return new Key(Api.GRAPH, tenantId, "application");
    }

    private static void assertUse(long carried, double perSecond, int minutes, Limiter limiter) {
        var use = carried / (perSecond * minutes * 60);
        assertThat(use).isGreaterThanOrEqualTo(0.95);
        assertThat(limiter.throttledShare()).isLessThanOrEqualTo(0.005);
    }

    /// Of mailboxes, ten in a batch.
    private static void writers(Traffic traffic, Limiter limiter) {
        for (var worker = 0; worker < 8; worker++) {
            traffic.worker(EXCHANGE, false, Cost.write(), 10, limiter);
        }
    }

    private static void workers(Traffic traffic, int count, Key key, Cost part, Limiter limiter) {
        for (var worker = 0; worker < count; worker++) {
            traffic.worker(key, false, part, 20, limiter);
        }
    }

    private Traffic traffic(int latency, long seed) {
        return new Traffic(governor, Duration.ofMillis(latency), seed);
    }

    private static Limiter limiter(double units, double writes, boolean saysHowFull, int retryAfter) {
        return new Limiter(
                new Limiter.Both(units, units / 10, writes, writes / 150), saysHowFull, Duration.ofSeconds(retryAfter));
    }
}
