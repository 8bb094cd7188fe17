package dev.caravan.launcher.bench.cutover;

import dev.caravan.launcher.Unusable;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// How many writes an API of one tenant carries: so many at once, which flow back evenly in that many seconds.
record FixedLimit(long writes, long seconds) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,8})");

    /// @param text as `120/60`
    static FixedLimit parse(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            throw new Unusable("'" + text + "' is not WRITES/SECONDS, such as 120/60.");
        }
        return new FixedLimit(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)));
    }

    /// The shortest time in which so many can be carried, by whomever, beginning with a full bucket.
    Duration bound(long wanted) {
        return Duration.ofMillis(Math.ceilDiv(Math.max(0, wanted - writes) * seconds * 1000, writes));
    }

    /// How many can be carried at most in such a time.
    double most(Duration time) {
        return writes + time.toMillis() / 1000.0 * writes / seconds;
    }

    /// As the simulator is asked for it.
    Map<String, Object> fault(Api api) {
        return Map.of(
                "kind", "tenant-limit", "api", api.word(), "of", "writes", "requests", writes, "seconds", seconds);
    }

    @Override
    public String toString() {
        return writes + " writes in " + seconds + " s";
    }
}
