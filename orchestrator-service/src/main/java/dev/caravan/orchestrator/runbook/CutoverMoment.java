package dev.caravan.orchestrator.runbook;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// When a domain moves unless people say otherwise: a Friday evening, so that a weekend lies behind it.
public final class CutoverMoment {

    private static final int NOTICE_DAYS = 14;
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private CutoverMoment() {}

    /// The first Friday 20:00 in the zone that is at least 14 calendar days after the start.
    public static Instant defaultFor(Instant start, ZoneId zone) {
        var earliest = start.atZone(zone).plusDays(NOTICE_DAYS);
        var friday =
                earliest.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)).with(EVENING);
        return (friday.isBefore(earliest) ? friday.plusWeeks(1) : friday).toInstant();
    }
}
