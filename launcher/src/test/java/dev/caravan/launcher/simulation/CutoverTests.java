package dev.caravan.launcher.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutoverTests {

    @Test
    void t0_of_the_default_start_is_friday_two_weeks_later_in_the_evening() {
        // Given
        var start = Instant.parse("2026-11-20T08:00:00Z");

        // When
        var t0 = Cutover.t0(start, ZoneId.of("Europe/Berlin"));

        // Then
        assertThat(t0).isEqualTo(Instant.parse("2026-12-04T19:00:00Z"));
    }

    @Test
    void a_start_after_friday_evening_moves_it_by_a_week() {
        // Given
        var start = Instant.parse("2026-11-20T19:00:01Z");

        // When
        var t0 = Cutover.t0(start, ZoneId.of("Europe/Berlin"));

        // Then
        assertThat(t0).isEqualTo(Instant.parse("2026-12-11T19:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-13T08:00:00Z, America/New_York",
        "2026-10-12T23:59:59Z, Europe/London",
        "2026-01-01T00:00:00Z, Pacific/Kiritimati",
        "2026-06-30T12:00:00Z, Asia/Kolkata",
        "2027-02-26T20:00:00Z, UTC"
    })
    void t0_is_always_a_friday_evening_fourteen_to_twenty_one_days_away(Instant start, ZoneId zone) {
        // Given
        var earliest = start.plus(Duration.ofDays(14));

        // When
        var t0 = Cutover.t0(start, zone).atZone(zone);

        // Then
        assertThat(t0.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(t0.toLocalTime()).isEqualTo(LocalTime.of(20, 0));
        assertThat(t0.toInstant())
                .isAfterOrEqualTo(earliest)
                .isBeforeOrEqualTo(earliest.plus(Duration.ofDays(7)).plus(Duration.ofHours(1)));
    }
}
