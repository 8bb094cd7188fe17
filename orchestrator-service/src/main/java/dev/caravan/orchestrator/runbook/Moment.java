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

    private static final String DAYS = "(?<days>[+-]\\d{1,4})d";
    private static final String ELAPSED = "(?<sign>[+-])(?<elapsed>(?=\\d)(?:\\d{1,5}h)?(?:\\d{1,6}m)?(?:\\d{1,8}s)?)";
    private static final Pattern WRITTEN = Pattern.compile("T(?:0|(?!$)(?:" + DAYS + ")?(?:" + ELAPSED + ")?)");

    /// Throws `IllegalArgumentException` with a message for people when it is not the written form.
    public static Moment parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "`%s` is not a moment: write T0, T-14d, T-8h or T+1d+30m".formatted(Written.shortened(text)));
        }
        var days = matcher.group("days") == null ? 0 : Integer.parseInt(matcher.group("days"));
        var elapsed = matcher.group("elapsed") == null ? Duration.ZERO : Durations.parse(matcher.group("elapsed"));
        return new Moment(days, "-".equals(matcher.group("sign")) ? elapsed.negated() : elapsed);
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
        var hours = elapsed.isZero() ? "" : (elapsed.isNegative() ? "-" : "+") + Durations.formatHours(elapsed.abs());
        return "T" + days + hours;
    }
}
