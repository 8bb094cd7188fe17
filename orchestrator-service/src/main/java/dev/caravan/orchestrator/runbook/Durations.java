package dev.caravan.orchestrator.runbook;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations as runbooks write them: `30s`, `5m`, `8h`, `2d`, `1h30m`; a day is 24 hours.
public final class Durations {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");

    private Durations() {}

    /// Throws `IllegalArgumentException` naming the text when it is not the written form.
    public static Duration parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException(
                    "`" + Written.shortened(text) + "` is not a duration: write 30s, 5m, 8h, 2d or 1h30m");
        }
        return Duration.ofDays(number(matcher.group(1)))
                .plusHours(number(matcher.group(2)))
                .plusMinutes(number(matcher.group(3)))
                .plusSeconds(number(matcher.group(4)));
    }

    /// The written form: 90 minutes are `1h30m`, zero is `0s`. Fractions of a second are left out.
    public static String format(Duration duration) {
        return format(duration.toDaysPart(), duration.toHoursPart(), duration);
    }

    /// As `format`, without days: two days are `48h`.
    static String formatHours(Duration duration) {
        return format(0, duration.toHours(), duration);
    }

    private static String format(long days, long hours, Duration duration) {
        var text = new StringBuilder();
        append(text, days, "d");
        append(text, hours, "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number != 0) {
            text.append(number).append(unit);
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
