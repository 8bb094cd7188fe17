package dev.caravan.orchestrator.pace;

import dev.caravan.schemas.TopicCatalogue;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/// Tells the pace whose lag to look at.
@Configuration(proxyBeanMethods = false)
class PaceConfiguration {

    @Bean
    InputLag inputLag(Admin admin, StreamsBuilderFactoryBean streams) {
        var properties = Objects.requireNonNull(streams.getStreamsConfiguration());
        var group = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        return new InputLag(admin, group, TopicCatalogue.readByOrchestrator());
    }
}
