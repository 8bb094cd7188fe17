package dev.caravan.orchestrator.console.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Instants as the people of one customer read them.
public record Moments(ZoneId zone, Instant now) {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK);
    private static final int NEAR_DAYS = 2;

    /// `Fri 4 Dec 2026, 20:00`; empty for none.
    public String of(@Nullable Instant instant) {
        return instant == null ? "" : DAY_AND_TIME.format(instant.atZone(zone));
    }

    /// `in 3 h 5 min`, `13 days ago`; empty for none.
    public String away(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var distance = Duration.between(now, instant);
        return distance.isNegative() ? lasting(distance.negated()) + " ago" : "in " + lasting(distance);
    }

    /// How long something took; empty unless both ends are known.
    public String between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? "" : lasting(Duration.between(from, to));
    }

    private static String lasting(Duration duration) {
        if (duration.toDays() >= NEAR_DAYS) {
            return duration.toDays() + " days";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
