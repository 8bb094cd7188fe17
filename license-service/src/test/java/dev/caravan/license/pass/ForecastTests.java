package dev.caravan.license.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastTests {

    private static final long GB = 1L << 30;
    private static final Rate SLOW = Rate.assumed(0.25);

    @Test
    void the_largest_ones_are_named_first() {
        // Given
        var sizes = List.of(sized("a", 1), sized("b", 40), sized("c", 2), sized("d", 99));
        // When
        var forecast = Forecast.of(sizes, SLOW, 100);
        // Then
        assertThat(forecast.largest()).isEqualTo("d (99.0 GB), b (40.0 GB), c (2.0 GB)");
        assertThat(forecast.hoursMax()).isEqualTo(396);
    }

    @Test
    void all_take_their_turns_where_so_many_are_copied_at_once() {
        // Given
        var thousand = IntStream.range(0, 1_000)
                .mapToObj(number -> sized("m" + number, 10))
                .toList();
        // When
        var forecast = Forecast.of(thousand, SLOW, 20);
        // Then
        assertThat(forecast.hours()).isEqualTo(2_000);
        assertThat(forecast.hoursMax()).isEqualTo(40);
    }

    @Test
    void without_a_mailbox_there_is_nothing_to_copy() {
        // Then
        assertThat(Forecast.of(List.of(), SLOW, 100)).isEqualTo(new Forecast(0, 0, 0, "", 0, 0, SLOW));
    }

    @Test
    void a_gigabyte_is_enough_to_measure_and_less_is_not() {
        // Given
        var hour = Duration.ofHours(1);
        // Then
        assertThat(SLOW.orMeasured(List.of(new Volume(GB - 1, 0, hour)))).isEqualTo(SLOW);
        assertThat(SLOW.orMeasured(List.of(new Volume(GB, 0, Duration.ZERO)))).isEqualTo(SLOW);
        assertThat(SLOW.orMeasured(List.of(new Volume(GB, 0, hour), new Volume(GB, 0, hour))))
                .isEqualTo(new Rate(GB, true));
    }

    @Test
    void nothing_is_copied_at_no_rate() {
        // Then
        assertThatThrownBy(() -> Rate.assumed(0)).hasMessage("gbPerHour: must be more than 0");
        assertThatThrownBy(() -> Rate.assumed(Double.NaN)).hasMessage("gbPerHour: must be more than 0");
    }

    private static Forecast.Sized sized(String name, long gigabytes) {
        return new Forecast.Sized(name, gigabytes * GB);
    }
}
