package dev.caravan.orchestrator.stream;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/// The settings of Kafka Streams that promises rest on, and that nobody may take away.
final class Guarantees {

    private static final String PREFIX = "spring.kafka.streams.properties.";

    private Guarantees() {}

    /// Throws [RefusedStart] naming the setting.
    static void require(Map<?, ?> settings) {
        require(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                settings.get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG),
                "commands would be issued twice after a crash");
        // Streams sees to the level by itself, but a prefixed setting (`main.consumer.…`) wins over it.
        settings.forEach((name, value) -> {
            if (name.toString().endsWith(ConsumerConfig.ISOLATION_LEVEL_CONFIG)) {
                require(
                        name.toString(),
                        IsolationLevel.READ_COMMITTED.toString(),
                        value,
                        "what was never committed would be folded");
            }
        });
    }

    private static void require(String name, String wanted, @Nullable Object is, String otherwise) {
        if (!wanted.equals(is)) {
            throw new RefusedStart(
                    PREFIX + name + ": must be " + wanted + ", is " + is + "; " + otherwise,
                    "Take the setting out: the service brings the right one.");
        }
    }
}
