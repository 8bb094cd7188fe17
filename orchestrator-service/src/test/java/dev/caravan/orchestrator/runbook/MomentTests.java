package dev.caravan.orchestrator.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @ValueSource(strings = {"T0", "T-14d", "T+1d", "T-8h", "T+90m", "T-1d+30m", "T-1d-8h", "T+2h30m", "T-24h", "T+45s"})
    void a_written_moment_is_written_again_as_it_was(String written) {
        // When
        var moment = Moment.parse(written);

        // Then
        assertThat(Moment.parse(moment.toString())).isEqualTo(moment);
        assertThat(moment.at(Instant.EPOCH, BERLIN))
                .isEqualTo(Moment.parse(moment.toString()).at(Instant.EPOCH, BERLIN));
    }

    @Test
    void any_moment_is_read_as_it_is_written() {
        // Given
        var random = new Random(3);

        for (var count = 0; count < 10_000; count++) {
            var moment = new Moment(random.nextInt(800) - 400, Duration.ofSeconds(random.nextInt(800_000) - 400_000));

            // When
            var read = Moment.parse(moment.toString());

            // Then
            assertThat(read).isEqualTo(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T",
                "T-",
                "T+",
                "T1",
                "T0d",
                "T-1",
                "T-d",
                "T-1x",
                "T-1h-1d",
                "T-1d+",
                "T-1d1h",
                "T--1d",
                "t0",
                "T 0",
                "T-8h ",
                "T0-1d",
                "T-1.5h",
                "T-1h1d",
                "T-99999d",
                "T-8H",
                "8h"
            })
    void anything_else_is_refused_and_named(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moment.parse(written))
                .withMessage("`%s` is not a moment: write T0, T-14d, T-8h or T+1d+30m", written);
    }

    @ParameterizedTest
    @CsvSource({
        // T0 is Friday 20:00 after the clocks went forward on 29 March 2026
        "Europe/Berlin, 2026-04-03T20:00, T-14d, 2026-03-20T20:00",
        "Europe/Berlin, 2026-04-03T20:00, T-7d, 2026-03-27T20:00",
        "Europe/Berlin, 2026-04-03T20:00, T-8h, 2026-04-03T12:00",
        // and after they went back on 25 October 2026
        "Europe/Berlin, 2026-10-30T20:00, T-14d, 2026-10-16T20:00",
        "America/New_York, 2026-11-06T20:00, T-7d, 2026-10-30T20:00",
        // a zone that changes by half an hour (4 October 2026), and one that never does
        "Australia/Lord_Howe, 2026-10-09T20:00, T-7d, 2026-10-02T20:00",
        "Asia/Kolkata, 2026-10-09T20:00, T-14d+30m, 2026-09-25T20:30",
        "UTC, 2026-01-01T00:00, T-1d, 2025-12-31T00:00",
        "UTC, 2028-03-01T12:00, T-1d, 2028-02-29T12:00",
        // Samoa went from 29 to 31 December 2011: the day before does not exist
        "Pacific/Apia, 2011-12-31T20:00, T-2d, 2011-12-29T20:00",
        "Pacific/Apia, 2011-12-31T20:00, T-1d, 2011-12-31T20:00"
    })
    void days_count_on_the_calendar_of_the_customer(
            ZoneId zone, LocalDateTime t0, String moment, LocalDateTime expected) {
        // When
        var instant = Moment.parse(moment).at(t0.atZone(zone).toInstant(), zone);

        // Then
        assertThat(instant.atZone(zone).toLocalDateTime()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // 24 hours are not a day when a clock change lies between
        "2026-03-29T20:00, T-1d, 2026-03-28T19:00:00Z",
        "2026-03-29T20:00, T-24h, 2026-03-28T18:00:00Z",
        "2026-10-25T20:00, T-1d, 2026-10-24T18:00:00Z",
        "2026-10-25T20:00, T-24h, 2026-10-24T19:00:00Z",
        "2026-10-25T20:00, T-1d-24h, 2026-10-23T18:00:00Z"
    })
    void hours_count_as_they_pass(LocalDateTime t0, String moment, Instant expected) {
        // When
        var instant = Moment.parse(moment).at(t0.atZone(BERLIN).toInstant(), BERLIN);

        // Then
        assertThat(instant).isEqualTo(expected);
    }

    @Test
    void a_time_of_day_that_is_left_out_moves_forward_by_the_gap() {
        // Given
        var t0 = LocalDateTime.parse("2026-03-30T02:30").atZone(BERLIN).toInstant();

        // When
        var instant = Moment.parse("T-1d").at(t0, BERLIN);

        // Then
        assertThat(instant.atZone(BERLIN).toLocalDateTime()).isEqualTo("2026-03-29T03:30");
    }

    @ParameterizedTest
    @CsvSource({
        // T0 in summer time takes the first 02:30, T0 in winter time the second
        "2026-10-24T02:30, T+1d, 2026-10-25T00:30:00Z",
        "2026-10-26T02:30, T-1d, 2026-10-25T01:30:00Z"
    })
    void a_time_of_day_that_occurs_twice_keeps_the_offset_of_t0(LocalDateTime t0, String moment, Instant expected) {
        // When
        var instant = Moment.parse(moment).at(t0.atZone(BERLIN).toInstant(), BERLIN);

        // Then
        assertThat(instant).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-03-29T01:00:00Z", "2026-12-04T19:00:00Z"})
    void t0_is_t0_even_when_its_time_of_day_occurs_twice(Instant t0) {
        // When
        var instant = Moment.T0.at(t0, BERLIN);

        // Then
        assertThat(instant).isEqualTo(t0);
    }

    @Test
    void a_later_moment_never_comes_before_an_earlier_one() {
        // Given
        var random = new Random(11);

        for (var count = 0; count < 10_000; count++) {
            var t0 = Instant.ofEpochSecond(1_750_000_000L + random.nextInt(100_000_000));
            var days = random.nextInt(60) - 30;

            // When
            var earlier = new Moment(days, Duration.ZERO).at(t0, BERLIN);
            var later = new Moment(days + 1, Duration.ZERO).at(t0, BERLIN);

            // Then
            assertThat(Duration.between(earlier, later)).isBetween(Duration.ofHours(22), Duration.ofHours(26));
        }
    }
}
