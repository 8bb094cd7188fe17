package dev.caravan.simulator.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param interval the simulated time between two letters of a world; zero for none at all
/// @param seed what the letters are drawn by
@ConfigurationProperties("simulator.mail")
record MailSettings(
        @DefaultValue("30m") Duration interval,
        @DefaultValue("1") long seed) {

    MailSettings {
        if (interval.isNegative() || (!interval.isZero() && interval.compareTo(Duration.ofSeconds(1)) < 0)) {
            throw new IllegalArgumentException("simulator.mail.interval: must be zero, or one second at least");
        }
    }
}
