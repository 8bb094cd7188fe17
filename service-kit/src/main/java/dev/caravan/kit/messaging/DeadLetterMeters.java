package dev.caravan.kit.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;

/// Counts dead letters by the topic that they came from. Every topic is there from the start with nothing counted, so
/// that an alert sees the first letter as an increase.
public final class DeadLetterMeters {

    private final MeterRegistry meters;

    /// @param topics that letters may come from
    public DeadLetterMeters(MeterRegistry meters, Collection<String> topics) {
        this.meters = meters;
        topics.forEach(this::letters);
    }

    /// Counts one letter.
    public void count(String topic) {
        letters(topic).increment();
    }

    private Counter letters(String topic) {
        return Counter.builder("caravan.dead.letters")
                .description("Records that nobody could read or carry out, by the topic that they came from")
                .tag("topic", topic)
                .register(meters);
    }
}
