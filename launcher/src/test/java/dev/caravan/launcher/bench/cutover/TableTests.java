package dev.caravan.launcher.bench.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caravan.launcher.bench.cutover.Tally.Counts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTests {

    private static final FixedLimits LIMITS =
            new FixedLimits(Map.of(Api.EXCHANGE, new FixedLimit(120, 60), Api.GRAPH, new FixedLimit(3000, 150)));

    @Test
    void the_scarcer_api_bounds_a_half() {
        assertThat(LIMITS.bound(tally(0, 1000, 0, 520, 0, 0))).isEqualTo(Duration.ofSeconds(200));
        assertThat(LIMITS.bound(tally(0, 9000, 0, 520, 0, 0))).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void each_half_begins_with_full_buckets() {
        // Given
        var half = tally(0, 0, 0, 1120, 0, 500);

        // When
        var halves = new Halves(half, half);

        // Then
        assertThat(LIMITS.bound(halves)).isEqualTo(Duration.ofSeconds(1000));
        assertThat(LIMITS.used(Api.EXCHANGE, halves)).isEqualTo(1.0);
    }

    @Test
    void ours_stands_beside_the_guides() {
        // Given
        var guide = new Halves(tally(2, 100, 4, 2120, 1060, 1000), tally(0, 0, 4, 3120, 1560, 1500));
        var ours = new Halves(tally(10, 100, 150, 1120, 3, 520), tally(0, 0, 250, 2120, 5, 1020));

        // When
        var lines = new Table(LIMITS, guide, ours).lines();

        // Then
        assertThat(String.join("\n", lines)).isEqualTo("""
                             |        Graph |     Exchange |          429s |    simulated |  bound of |  of Exchange's
                             | reads writes | reads writes | number  share |         time | its calls |     limit used
                source
                  guide      |     2    100 |     4   2120 |   1060 32.26% |       1000 s |    1000 s |         100.0%
                  ours       |    10    100 |   150   1120 |      3  0.22% |        520 s |     500 s |          96.6%
                destination
                  guide      |     0      0 |     4   3120 |   1560 33.30% |       1500 s |    1500 s |         100.0%
                  ours       |     0      0 |   250   2120 |      5  0.21% |       1020 s |    1000 s |          98.1%
                both
                  guide      |     2    100 |     8   5240 |   2620 32.87% |       2500 s |    2500 s |         100.0%
                  ours       |    10    100 |   400   3240 |      8  0.21% |       1540 s |    1500 s |          97.6%
                ours to the guide's: 0.47 of the calls, 0.63 of the writes, 0.62 of the time""");
    }

    private static Tally tally(
            long graphReads, long graphWrites, long exchangeReads, long exchangeWrites, long throttled, long seconds) {
        return new Tally(
                Map.of(
                        Api.GRAPH, new Counts(graphReads, graphWrites, 0),
                        Api.EXCHANGE, new Counts(exchangeReads, exchangeWrites, throttled)),
                Duration.ofSeconds(seconds));
    }
}
