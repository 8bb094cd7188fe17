package dev.caravan.orchestrator.console.views;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.TopicCatalogue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewsSettings.class)
class ViewsConfiguration {

    @Bean
    CommittedConsumers committedConsumers(KafkaProperties kafka, KafkaConnectionDetails servers) {
        var configuration = kafka.buildConsumerProperties();
        configuration.put("bootstrap.servers", servers.getConsumer().getBootstrapServers());
        return new CommittedConsumers(configuration);
    }

    @Bean
    RunViews runViews(AvroRecords records, CommittedConsumers consumers, ViewsSettings settings) {
        return new RunViews(
                records, new TopicPastViews(consumers), settings.detailsMax().toBytes());
    }

    @Bean
    Connections connections(AvroRecords records) {
        return new Connections(records);
    }

    @Bean
    Following following(CommittedConsumers consumers, RunViews runs, Connections connections) {
        return new Following(
                new TopicFollower(
                        TopicCatalogue.RUN_VIEWS,
                        consumers,
                        polled -> runs.accept(polled.partition(), polled.offset(), polled.key(), polled.value())),
                new TopicFollower(
                        TopicCatalogue.CONNECTIONS,
                        consumers,
                        polled -> connections.accept(polled.key(), polled.value())));
    }

    @Bean
    RunMeters runMeters(RunViews runs) {
        return new RunMeters(runs);
    }

    /// Not ready before everything that was on the topics is in memory: a run would be missing.
    @Bean
    HealthIndicator viewsHealthIndicator(Following following) {
        return () -> (following.isAtEnd() ? Health.up() : Health.down())
                .withDetail("reading", following.unfinished())
                .build();
    }
}
