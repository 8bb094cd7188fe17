package dev.caravan.orchestrator.runbook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;

/// An instant relative to T0: `T0`, `T-14d`, `T-8h`, `T+1d+30m`.
///
/// @param calendarDays days on the customer's calendar, so that `T-1d` is the same time of day although a clock change
/// lies between
/// @param elapsed hours, minutes and seconds as they pass, added after the days
public record Moment(int calendarDays, Duration elapsed) {

    public static final Moment T0 = new Moment(0, Duration.ZERO);

    private static final Pattern WRITTEN = Pattern.compile("T(?:0|([+-]\\d{1,4})d(?:([+-])(\\S+))?|([+-])(\\S+))");

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static Moment parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("`" + text + "` is not a moment: write T0, T-14d, T-8h or T+1d+30m");
        }
        var days = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        var sign = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
        var rest = matcher.group(3) == null ? matcher.group(5) : matcher.group(3);
        if (sign == null || rest == null) {
            return new Moment(days, Duration.ZERO);
        }
        var elapsed = Durations.parseHours(rest);
        return new Moment(days, sign.equals("-") ? elapsed.negated() : elapsed);
    }

    /// Where this moment lies for a T0 in a zone. A time of day that a clock change leaves out moves forward by the
    /// length of the gap; one that occurs twice keeps T0's offset where it can.
    public Instant at(Instant t0, ZoneId zone) {
        return t0.atZone(zone).plusDays(calendarDays).toInstant().plus(elapsed);
    }

    @Override
    public String toString() {
        if (equals(T0)) {
            return "T0";
        }
        var days = calendarDays == 0 ? "" : "%+dd".formatted(calendarDays);
        var hours = elapsed.isZero() ? "" : (elapsed.isNegative() ? "-" : "+") + Durations.format(elapsed.abs());
        return "T" + days + hours;
    }
}
