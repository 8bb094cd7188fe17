package dev.caravan.license.pass;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How long it takes to copy mailboxes.
///
/// @param largest the largest ones with their sizes, in words
/// @param hoursMax of the largest one
/// @param hours of all, while as many as possible are copied at once
public record Forecast(int mailboxes, long bytes, long bytesMax, String largest, int hoursMax, int hours, Rate rate) {

    private static final int NAMED_MAX = 3;

    /// A mailbox with its size.
    public record Sized(String name, long bytes) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s (%.1f GB)", name, bytes / Rate.GB);
        }
    }

    /// @param atOnce how many are copied at once, 1 or more
    public static Forecast of(List<Sized> mailboxes, Rate rate, int atOnce) {
        var bySize = mailboxes.stream()
                .sorted((one, other) -> Long.compare(other.bytes, one.bytes))
                .toList();
        var bytes = bySize.stream().mapToLong(Sized::bytes).sum();
        var bytesMax = bySize.stream().mapToLong(Sized::bytes).findFirst().orElse(0);
        return new Forecast(
                bySize.size(),
                bytes,
                bytesMax,
                bySize.stream().limit(NAMED_MAX).map(Sized::toString).collect(Collectors.joining(", ")),
                hours(rate.of(bytesMax)),
                hours(rate.of(bytes).dividedBy(atOnce)),
                rate);
    }

    private static int hours(Duration duration) {
        return Math.toIntExact(
                Math.ceilDiv(duration.toSeconds(), Duration.ofHours(1).toSeconds()));
    }
}
