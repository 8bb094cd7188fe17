package dev.caravan.orchestrator.integration;

import dev.caravan.kit.credentials.Credentials;
import dev.caravan.schemas.AvroRecords;
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
            KafkaProperties kafka,
            KafkaConnectionDetails servers) {
        var webhook = settings.url().map(_ -> new Webhook(settings, credentials));
        var brokers = String.join(",", servers.getConsumer().getBootstrapServers());
        return new Integrations(
                settings, webhook, records, WebhookBinding.properties(settings, brokers, connecting(kafka)));
    }

    private static Map<String, Object> connecting(KafkaProperties kafka) {
        return kafka.buildConsumerProperties().entrySet().stream()
                .filter(property -> OF_CONNECTIONS.stream().anyMatch(property.getKey()::startsWith))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
