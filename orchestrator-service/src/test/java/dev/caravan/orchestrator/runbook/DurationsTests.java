package dev.caravan.orchestrator.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTests {

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S, 30s",
        "5m, PT5M, 5m",
        "8h, PT8H, 8h",
        "2d, PT48H, 2d",
        "1h30m, PT90M, 1h30m",
        "90m, PT90M, 1h30m",
        "1d2h3m4s, PT26H3M4S, 1d2h3m4s",
        "0s, PT0S, 0s"
    })
    void a_written_duration_is_read_and_written_in_its_shortest_form(String written, Duration meant, String shortest) {
        // When
        var duration = Durations.parse(written);

        // Then
        assertThat(duration).isEqualTo(meant);
        assertThat(Durations.format(duration)).isEqualTo(shortest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "5 m", "5M", "-5m", "1.5h", "5m1h", "PT5M", "5m5m", "99999999999s"})
    void anything_else_is_refused_and_named(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(written))
                .withMessageStartingWith("`%s` is not a duration", written);
    }

    @ParameterizedTest
    @CsvSource({"1, PT10S", "2, PT20S", "3, PT40S", "4, PT60S", "40, PT60S", "2000000000, PT60S"})
    void pauses_grow_up_to_the_longest(int tries, Duration expected) {
        // Given
        var pauses = new Interval(Duration.ofSeconds(10), 2, Duration.ofMinutes(1));

        // When
        var pause = pauses.after(tries);

        // Then
        assertThat(pause).isEqualTo(expected);
    }
}
