package dev.caravan.simulator.clock;

import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param start the instant at which the simulated clock begins; never the machine's date
/// @param speed simulated seconds per second
@ConfigurationProperties("simulator.clock")
record ClockSettings(
        @DefaultValue("2026-11-20T08:00:00Z") Instant start,
        @DefaultValue("60") double speed) {

    ClockSettings {
        if (!(speed > 0 && speed <= 1_000_000)) {
            throw new IllegalArgumentException("simulator.clock.speed: must be above 0 and at most 1000000");
        }
    }
}
