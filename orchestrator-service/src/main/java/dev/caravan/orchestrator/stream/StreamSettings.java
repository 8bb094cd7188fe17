package dev.caravan.orchestrator.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the topology takes its turns. All that Kafka Streams has a name for stands under `spring.kafka.streams`.
///
/// @param punctuation how often it is looked for due timers
/// @param timersPerSliceMax how many due timers are fired before records get their turn
/// @param runsDecodedMax how many runs of one partition are kept decoded
/// @param topicsWaitMax how long a start waits for topics that are missing before it is refused
@ConfigurationProperties("caravan.stream")
record StreamSettings(
        @DefaultValue("10ms") Duration punctuation,
        @DefaultValue("200") int timersPerSliceMax,
        @DefaultValue("500") int runsDecodedMax,
        @DefaultValue("30s") Duration topicsWaitMax) {

    StreamSettings {
        require(punctuation.isPositive(), "punctuation", "above 0", punctuation);
        require(timersPerSliceMax > 0, "timers-per-slice-max", "1 or more", timersPerSliceMax);
        require(runsDecodedMax > 0, "runs-decoded-max", "1 or more", runsDecodedMax);
        require(!topicsWaitMax.isNegative(), "topics-wait-max", "0 or more", topicsWaitMax);
    }

    private static void require(boolean holds, String name, String wanted, Object is) {
        if (!holds) {
            throw new IllegalArgumentException("caravan.stream." + name + ": must be " + wanted + ", is " + is);
        }
    }
}
