package dev.caravan.orchestrator.console.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param clientsMax how many may follow at once
/// @param queueMax events that a client may be behind; a slower one is dropped and resumes where it was
/// @param heartbeat how long nothing may be sent, so that both ends notice when the other is gone
@ConfigurationProperties("caravan.console.live")
record LiveSettings(
        @DefaultValue("200") int clientsMax,
        @DefaultValue("1000") int queueMax,
        @DefaultValue("15s") Duration heartbeat) {
    LiveSettings {
        requirePositive(clientsMax, "clients-max");
        requirePositive(queueMax, "queue-max");
        requirePositive(heartbeat.toMillis(), "heartbeat");
    }

    private static void requirePositive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException("caravan.console.live." + name + ": must be more than nothing");
        }
    }
}
