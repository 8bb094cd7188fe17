package dev.caravan.kit.messaging;

import dev.caravan.schemas.AvroRecords;
import dev.caravan.schemas.SchemaIds;
import dev.caravan.schemas.SchemaRegistryClient;
import dev.caravan.schemas.TopicCatalogue;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/// Connects a worker to Kafka and the registry.
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnBean(Worker.class)
@EnableConfigurationProperties(RegistrySettings.class)
class MessagingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    KafkaClients kafkaClients(KafkaProperties properties, KafkaConnectionDetails connection) {
        return new KafkaClients(
                connection.getConsumer().getBootstrapServers(),
                properties.buildConsumerProperties(),
                properties.buildProducerProperties());
    }

    @Bean
    @ConditionalOnMissingBean
    SchemaIds schemaRegistry(RegistrySettings settings) {
        return new SchemaRegistryClient(settings.required());
    }

    @Bean
    AvroRecords avroRecords(SchemaIds registry) {
        return new AvroRecords(registry);
    }

    @Bean
    Publisher publisher(KafkaClients kafka, Worker<?, ?> worker) {
        return new Publisher(kafka.producer(worker.service().word() + "-service"));
    }

    @Bean
    DeadLetters deadLetters(Publisher publisher, Worker<?, ?> worker, MeterRegistry meters) {
        var topics = List.of(worker.service().commandsTopic(), TopicCatalogue.CONNECTIONS);
        return new DeadLetters(publisher, worker.service().word() + "-service", new DeadLetterMeters(meters, topics));
    }

    @Bean
    Prerequisites prerequisites(Worker<?, ?> worker, SchemaIds registry) {
        return new Prerequisites(worker.service(), registry);
    }
}
