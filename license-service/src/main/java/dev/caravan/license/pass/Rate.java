package dev.caravan.license.pass;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/// How fast a mailbox is copied. BitTitan promises nothing; what it copies depends on the throttling of both tenants.
///
/// @param bytesPerHour more than 0
/// @param isMeasured otherwise it is assumed
public record Rate(double bytesPerHour, boolean isMeasured) {

    static final double GB = 1024.0 * 1024 * 1024;

    /// What less than this tells is how long a pass needs to begin, not how fast it is.
    private static final double MEASURED_MIN = GB;

    public Rate {
        if (!(bytesPerHour > 0)) {
            throw new IllegalArgumentException("gbPerHour: must be more than 0");
        }
    }

    public static Rate assumed(double gbPerHour) {
        return new Rate(gbPerHour * GB, false);
    }

    /// The rate of what has been copied, if that was enough to tell.
    public Rate orMeasured(Collection<Volume> copied) {
        var bytes = copied.stream().mapToLong(Volume::bytes).sum();
        var took = copied.stream().map(Volume::took).reduce(Duration.ZERO, Duration::plus);
        return bytes < MEASURED_MIN || took.isZero() ? this : new Rate(bytes / hours(took), true);
    }

    public Duration of(long bytes) {
        return Duration.ofSeconds(
                (long) Math.ceil(bytes / bytesPerHour * Duration.ofHours(1).toSeconds()));
    }

    private static double hours(Duration took) {
        return took.toMillis() / (double) Duration.ofHours(1).toMillis();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.2f GB an hour (%s)", bytesPerHour / GB, isMeasured ? "measured" : "assumed");
    }
}
