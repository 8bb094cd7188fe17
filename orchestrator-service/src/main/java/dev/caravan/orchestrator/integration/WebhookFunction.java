package dev.caravan.orchestrator.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.caravan.kit.messaging.DeadLetterMeters;
import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.CloudEventHeaders;
import dev.caravan.schemas.UnreadableRecord;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.stream.annotation.StreamRetryTemplate;
import org.springframework.cloud.stream.binder.kafka.utils.DlqPartitionFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/// The context of the integrations: one function per integration, bound to topics by Spring Cloud Stream. Bears no
/// stereotype, so that the service's own scan does not find it.
@EnableAutoConfiguration
class WebhookFunction {

    static final String ATTEMPTS = "attempts";

    /// Posts each event of a run to the receiver.
    @Bean
    Consumer<Message<byte[]>> webhook(Webhook receiver, AvroRecords records) {
        var json = new CloudEventJson();
        return message -> {
            var event = json.of(name -> text(message.getHeaders(), name), records.decode(message.getPayload()));
            var id = text(message.getHeaders(), CloudEventHeaders.ID);
            receiver.post(id == null ? String.valueOf(message.getHeaders().getId()) : id, event);
        };
    }

    /// One event after the other: while one is tried again, those after it wait, so that a run's story keeps its order.
    @Bean(ATTEMPTS)
    @StreamRetryTemplate
    RetryTemplate attempts(WebhookSettings settings) {
        return new RetryTemplate(RetryPolicy.builder()
                .maxRetries(settings.attemptsMax() - 1L)
                .delay(settings.firstPause())
                .multiplier(WebhookSettings.PAUSE_FACTOR)
                .maxDelay(settings.pauseMax())
                .predicate(WebhookFunction::mayPass)
                .build());
    }

    /// Asked once for each letter: the one place where the binder tells that it sends one.
    @Bean
    DlqPartitionFunction deadLetters(DeadLetterMeters meters) {
        return (_, record, _) -> {
            meters.count(record.topic());
            return record.partition();
        };
    }

    private static boolean mayPass(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .noneMatch(cause -> cause instanceof NotAccepted || cause instanceof UnreadableRecord);
    }

    private static @Nullable String text(MessageHeaders headers, String name) {
        return switch (headers.get(name)) {
            case null -> null;
            case byte[] bytes -> new String(bytes, UTF_8);
            case Object other -> other.toString();
        };
    }
}
