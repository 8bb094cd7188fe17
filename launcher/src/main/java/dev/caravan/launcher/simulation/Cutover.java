package dev.caravan.launcher.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// The provisional T0 of a demo's run.
public final class Cutover {

    private static final Duration NOTICE = Duration.ofDays(14);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private Cutover() {}

    /// The first Friday 20:00 in the customer's zone that is at least fourteen days after the start.
    public static Instant t0(Instant start, ZoneId zone) {
        var earliest = start.plus(NOTICE).atZone(zone);
        var friday =
                earliest.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)).with(EVENING);
        return (friday.isBefore(earliest) ? friday.plusWeeks(1) : friday).toInstant();
    }
}
