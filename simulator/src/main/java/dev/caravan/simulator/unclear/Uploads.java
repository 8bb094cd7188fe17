package dev.caravan.simulator.unclear;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/// How much may be put into one mailbox in which time, where limits stand.
public enum Uploads {
    @JsonProperty("megabytes-15")
    MEGABYTES_15(15, Duration.ofSeconds(30)),
    @JsonProperty("megabytes-150")
    MEGABYTES_150(150, Duration.ofMinutes(5));

    private static final long MEGABYTE = 1_000_000;

    private final long megabytes;
    private final Duration window;

    Uploads(long megabytes, Duration window) {
        this.megabytes = megabytes;
        this.window = window;
    }

    public long bytes() {
        return megabytes * MEGABYTE;
    }

    public Duration window() {
        return window;
    }
}
