package dev.caravan.simulator.names;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param addresses what a new name becomes among the addresses
/// @param delay the simulated time after which it becomes the primary one where that is late
@ConfigurationProperties("simulator.sign-in-names")
record SignInNameSettings(
        @DefaultValue("another") Following addresses,
        @DefaultValue("10m") Duration delay) {

    private static final Duration DELAY_MIN = Duration.ofMinutes(1);
    private static final Duration DELAY_MAX = Duration.ofHours(24);

    SignInNameSettings {
        if (delay.compareTo(DELAY_MIN) < 0 || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("simulator.sign-in-names.delay: must be from a minute to 24 hours");
        }
    }
}
