package dev.caravan.orchestrator.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CutoverMomentTests {

    @ParameterizedTest
    @CsvSource({
        // Friday morning: two weeks later in the evening
        "Europe/Berlin, 2026-11-20T08:00:00Z, 2026-12-04T19:00:00Z",
        // Friday 20:00 sharp is still two weeks, a second later is not
        "Europe/Berlin, 2026-11-20T19:00:00Z, 2026-12-04T19:00:00Z",
        "Europe/Berlin, 2026-11-20T19:00:01Z, 2026-12-11T19:00:00Z",
        // Saturday, and the days around it
        "Europe/Berlin, 2026-11-21T08:00:00Z, 2026-12-11T19:00:00Z",
        "Europe/Berlin, 2026-11-19T08:00:00Z, 2026-12-04T19:00:00Z",
        // over a change of clocks it stays 20:00
        "Europe/Berlin, 2026-03-20T08:00:00Z, 2026-04-03T18:00:00Z",
        "America/New_York, 2026-10-23T08:00:00Z, 2026-11-07T01:00:00Z",
        // already Saturday in Auckland
        "Pacific/Auckland, 2026-11-20T12:00:00Z, 2026-12-11T07:00:00Z"
    })
    void it_is_the_first_friday_evening_in_two_weeks(ZoneId zone, Instant start, Instant expected) {
        // When
        var t0 = CutoverMoment.defaultFor(start, zone);

        // Then
        assertThat(t0).isEqualTo(expected);
    }

    @Test
    void it_is_always_a_friday_evening_two_to_three_weeks_ahead() {
        // Given
        var random = new Random(5);
        var zones = List.of("Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Chatham", "UTC");

        for (var count = 0; count < 5_000; count++) {
            var zone = ZoneId.of(zones.get(count % zones.size()));
            var start = Instant.ofEpochSecond(1_750_000_000L + random.nextInt(200_000_000));

            // When
            var t0 = CutoverMoment.defaultFor(start, zone);

            // Then
            assertThat(t0.atZone(zone).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(t0.atZone(zone).toLocalTime()).isEqualTo(LocalTime.of(20, 0));
            assertThat(t0).isAfterOrEqualTo(start.atZone(zone).plusDays(14).toInstant());
            assertThat(Duration.between(start, t0))
                    .isLessThan(Duration.ofDays(21).plusHours(2));
        }
    }
}
