package dev.caravan.orchestrator.integration;

import dev.caravan.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// What Spring Cloud Stream has to know: topics, progress, attempts, dead letters. Serializers are named on both sides,
/// because its own defaults differ from everybody else's.
final class WebhookBinding {

    private static final String BINDING = "spring.cloud.stream.bindings.webhook-in-0.";
    private static final String KAFKA = "spring.cloud.stream.kafka.bindings.webhook-in-0.consumer.";
    private static final String BINDER = "spring.cloud.stream.kafka.binder.";
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final String BYTES_IN = ByteArrayDeserializer.class.getName();
    private static final String BYTES_OUT = ByteArraySerializer.class.getName();

    private WebhookBinding() {}

    /// @param servers where the broker is
    /// @param client how to connect to it, as the platform has it: security, above all
    static Map<String, Object> properties(WebhookSettings settings, String servers, Map<String, Object> client) {
        var properties = new HashMap<String, Object>();
        properties.put(IntegrationOnlyFilter.PROPERTY, true);
        properties.put("spring.config.name", "caravan-integration");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.cloud.function.definition", "webhook");
        properties.put(BINDER + "brokers", servers);
        properties.put(BINDER + "auto-create-topics", false);
        properties.put(BINDER + "auto-add-partitions", false);
        properties.put(BINDER + "required-acks", "all");
        client.forEach((name, value) -> {
            properties.put(BINDER + "consumer-properties[" + name + "]", value);
            properties.put(BINDER + "producer-properties[" + name + "]", value);
            properties.put(BINDER + "configuration[" + name + "]", value);
        });
        properties.putAll(consumer(settings));
        properties.putAll(reading(settings));
        properties.putAll(deadLetters(settings));
        return properties;
    }

    private static Map<String, Object> consumer(WebhookSettings settings) {
        return Map.of(
                BINDING + "destination",
                settings.topic(),
                BINDING + "group",
                settings.group(),
                BINDING + "consumer.use-native-decoding",
                true,
                BINDING + "consumer.retry-template-name",
                WebhookFunction.ATTEMPTS,
                KAFKA + "start-offset",
                "earliest",
                KAFKA + "ack-mode",
                "RECORD");
    }

    private static Map<String, Object> reading(WebhookSettings settings) {
        return Map.of(
                KAFKA + "configuration[isolation.level]",
                "read_committed",
                KAFKA + "configuration[key.deserializer]",
                BYTES_IN,
                KAFKA + "configuration[value.deserializer]",
                BYTES_IN,
                KAFKA + "configuration[max.poll.records]",
                1,
                KAFKA + "configuration[max.poll.interval.ms]",
                settings.patience().plus(MARGIN).toMillis());
    }

    private static Map<String, Object> deadLetters(WebhookSettings settings) {
        return Map.of(
                KAFKA + "enable-dlq",
                true,
                KAFKA + "dlq-name",
                settings.deadLetters(),
                KAFKA + "dlq-producer-properties.configuration[key.serializer]",
                BYTES_OUT,
                KAFKA + "dlq-producer-properties.configuration[value.serializer]",
                BYTES_OUT,
                KAFKA + "dlq-producer-properties.configuration[max.request.size]",
                TopicCatalogue.DEAD_LETTER_BYTES_MAX);
    }
}
