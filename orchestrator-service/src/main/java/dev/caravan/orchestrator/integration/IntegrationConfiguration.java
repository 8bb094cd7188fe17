package dev.caravan.orchestrator.integration;

import dev.caravan.kit.credentials.Credentials;
import dev.caravan.kit.messaging.DeadLetterMeters;
import dev.caravan.kit.time.Pace;
import dev.caravan.schemas.AvroRecords;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class IntegrationConfiguration {

    private static final List<String> OF_CONNECTIONS = List.of("security.", "sasl.", "ssl.");

    @Bean
    Integrations integrations(
            WebhookSettings settings,
            Credentials credentials,
            AvroRecords records,
            MeterRegistry meters,
            KafkaProperties kafka,
            KafkaConnectionDetails servers) {
        var webhook = settings.url().map(_ -> new Webhook(settings, credentials, Pace.ofMachine()));
        var brokers = String.join(",", servers.getConsumer().getBootstrapServers());
        var topics = webhook.map(_ -> settings.topic()).stream().toList();
        return new Integrations(
                settings,
                webhook,
                records,
                new DeadLetterMeters(meters, topics),
                WebhookBinding.properties(settings, brokers, connecting(kafka)));
    }

    private static Map<String, Object> connecting(KafkaProperties kafka) {
        return kafka.buildConsumerProperties().entrySet().stream()
                .filter(property -> OF_CONNECTIONS.stream().anyMatch(property.getKey()::startsWith))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
