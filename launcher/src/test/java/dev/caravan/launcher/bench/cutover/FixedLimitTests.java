package dev.caravan.launcher.bench.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caravan.launcher.Unusable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedLimitTests {

    private static final FixedLimit LIMIT = new FixedLimit(120, 60);

    @ParameterizedTest
    @CsvSource({"0, PT0S", "120, PT0S", "121, PT0.5S", "1000, PT440S"})
    void what_is_more_than_a_full_bucket_takes_its_time(long writes, Duration bound) {
        assertThat(LIMIT.bound(writes)).isEqualTo(bound);
    }

    @Test
    void no_more_than_the_bound_allows_is_carried() {
        assertThat(LIMIT.most(LIMIT.bound(1000))).isEqualTo(1000);
    }

    @Test
    void it_is_written_as_writes_in_seconds() {
        assertThat(FixedLimit.parse("120/60")).isEqualTo(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120", "0/60", "120/0", "2/s", "-1/60"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> FixedLimit.parse(text)).isInstanceOf(Unusable.class);
    }

    @Test
    void the_simulator_is_asked_for_a_limit_of_writes() {
        assertThat(LIMIT.fault(Api.EXCHANGE))
                .isEqualTo(Map.of(
                        "kind", "tenant-limit", "api", "exchange", "of", "writes", "requests", 120L, "seconds", 60L));
    }
}
